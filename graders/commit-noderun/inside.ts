/** What the new image holds. */
import { buildsOn, check, commitOf, copiesInto, ensure, originOf, reject, sameText } from '#harness';
import { found, nameOf } from './image.ts';
import { say } from './messages.ts';
import { app, base } from './source.ts';

/** What the engine lays into every container, and what a shell or a tool in it writes by itself. */
const touchedByItself =
  /^\/(etc\/(hostname|hosts|resolv\.conf|mtab)$|\.dockerenv$|dev\/|root\/\.(\w*history|npm\/|cache\/)|tmp\/)/;

export const based = check({
  id: 'layers-below',
  points: 5,
  needs: { found },
  title: { ko: '`noderun:1.0` 의 레이어 위에 쌓았다', en: 'It stands on the layers of `noderun:1.0`' },
  run({ timeline, given, needs: { found } }) {
    const below = given[base];
    const { line } = originOf(found, timeline, given);
    return ensure(below && buildsOn(found, below), say.otherBase({ name: nameOf(found) }), line);
  },
});

export const patched = check({
  id: 'patch-inside',
  points: 7,
  needs: { found, based },
  title: { ko: '고친 `runapp.js` 가 이미지 안에 있다', en: 'The patched `runapp.js` is in the image' },
  async run({ docker, timeline, given, needs: { found } }) {
    const [inside, before] = await Promise.all(
      [found.id, given[base]?.id ?? base].map((id) => docker.readImageFile(id, app)),
    );
    if (inside && !(before && sameText(inside, before))) return;
    const name = nameOf(found);
    const commit = commitOf(timeline, found);
    const copy =
      commit && copiesInto(timeline, { id: commit.containerId }).find(({ atMs }) => atMs > commit.atMs);
    const lines = { commitLine: commit?.line ?? '?', copyLine: copy?.line ?? '?' };
    if (copy) reject(say.committedTooEarly({ name, ...lines }), commit.line);
    reject(say.oldApp({ name }), commit?.line ?? originOf(found, timeline, given).line);
  },
});

export const alone = check({
  id: 'patch-alone',
  points: 5,
  needs: { found, patched },
  title: {
    ko: '새 레이어는 하나이고 그 파일만 담고 있다',
    en: 'There is one new layer, with that file alone',
  },
  async run({ docker, timeline, given, needs: { found } }) {
    const name = nameOf(found);
    const { line } = originOf(found, timeline, given);
    const count = found.layers.length - (given[base]?.layers.length ?? 0);
    ensure(count === 1, say.layers({ name, count }), line);
    const more = ((await docker.topLayer(found.id)) ?? [])
      .filter(({ path, kind }) => kind !== 'folder' && path !== app && !touchedByItself.test(path))
      .map(({ path, kind }) => `\`${path}\`${kind === 'deleted' ? ' (docker diff: D)' : ''}`);
    const paths = [...more.slice(0, 5), ...(more.length > 5 ? [`… (${more.length})`] : [])].join(', ');
    ensure(more.length === 0, say.alsoInside({ name, paths }), line);
  },
});

export const kept = check({
  id: 'config-kept',
  points: 5,
  needs: { found },
  title: {
    ko: 'ENTRYPOINT, CMD, WORKDIR, EXPOSE가 `noderun:1.0` 과 같다',
    en: 'ENTRYPOINT, CMD, WORKDIR and EXPOSE are as in `noderun:1.0`',
  },
  run({ timeline, given, needs: { found } }) {
    const { line } = originOf(found, timeline, given);
    const wanted = given[base]?.config ?? found.config;
    const fields = [
      ['ENTRYPOINT', JSON.stringify(found.config.entrypoint), JSON.stringify(wanted.entrypoint)],
      ['CMD', JSON.stringify(found.config.cmd), JSON.stringify(wanted.cmd)],
      ['WORKDIR', found.config.workingDir || '/', wanted.workingDir],
      ['EXPOSE', found.config.exposedPorts.join(', ') || '-', wanted.exposedPorts.join(', ')],
    ] as const;
    const lost = fields.find(([field, has, expected]) =>
      field === 'EXPOSE' ? !has.includes(expected) : has !== expected,
    );
    if (!lost) return;
    const [field, has, expected] = lost;
    reject(say.configChanged({ name: nameOf(found), field, found: has, expected }), line);
  },
});
