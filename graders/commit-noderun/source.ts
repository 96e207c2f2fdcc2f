/** The container that is patched. */
import {
  check,
  copies,
  copiesInto,
  createLine,
  type Daemon,
  ensure,
  errorLine,
  failedCommand,
  haltLine,
  reject,
  removalLine,
  sameText,
  settledContainer,
  soughtContainer,
} from '#harness';
import { say } from './messages.ts';

export const base = 'noderun:1.0';
export const app = '/app/runapp.js';
const name = 'node-run';
/** What the patched app logs. */
export const newLines = ['fastcampus Connected.', 'fastcampus request arrived.'];

export function soughtSource(docker: Daemon) {
  return soughtContainer(docker, name, { besides: ['node-run2', 'node-run3'] });
}

export const source = check({
  id: 'source-running',
  points: 5,
  title: {
    ko: '`node-run` 컨테이너가 `noderun:1.0` 으로 실행 중이다',
    en: '`node-run` runs from `noderun:1.0`',
  },
  async run({ docker, timeline, given }) {
    const { exact, near, names } = await soughtSource(docker);
    const none = say.noContainer({ found: names.join(', ') || '-' });
    const meant = exact ?? near?.thing ?? reject(none, removalLine(timeline, name));
    const container = (await settledContainer(docker, meant.name)) ?? meant;
    const { state, exitCode: code, imageId, imageRef } = container;
    const started = createLine(timeline, container);
    ensure(imageId === given[base]?.id, say.otherStart({ name: container.name, found: imageRef }), started);
    const halted = haltLine(timeline, container) ?? started;
    ensure(state === 'running', say.notRunning({ name: container.name, state, code }), halted);
    return container;
  },
});

export const sourceName = check({
  id: 'source-name',
  points: 3,
  needs: { source },
  title: { ko: '그 컨테이너의 이름이 `node-run` 이다', en: 'That container is called `node-run`' },
  run({ needs: { source }, timeline }) {
    const line = createLine(timeline, source);
    ensure(source.name === name, say.otherContainerName({ found: source.name, wanted: name }), line);
  },
});

export const copied = check({
  id: 'patch-copied',
  points: 10,
  needs: { source },
  title: {
    ko: '고친 `runapp.js` 를 `docker cp` 로 `/app/runapp.js` 에 넣었다',
    en: 'The patched `runapp.js` was put into `/app/runapp.js` with `docker cp`',
  },
  async run({ docker, timeline, given, needs: { source } }) {
    const [now, before] = await Promise.all([
      docker.readFile(source.id, app),
      docker.readImageFile(given[base]?.id ?? base, app),
    ]);
    const changed = now !== undefined && !(before && sameText(now, before));
    const into = copiesInto(timeline, source);
    const last =
      into.findLast(({ target }) => /(^|\/)(app\/?|app\/(\.\/)?runapp\.js)$/.test(target)) ?? into.at(-1);
    if (last && changed) return last;
    if (last) return reject(say.wrongTarget({ target: last.target }), last.line);
    const failed = failedCommand(timeline, /\bdocker\s+(container\s+)?cp\b/);
    if (failed) reject(say.copyFailed({ error: errorLine(failed) }), failed.line);
    const elsewhere = copies(timeline).at(-1);
    if (elsewhere) reject(say.copiedElsewhere(elsewhere), elsewhere.line);
    return reject(changed ? say.notCopied() : say.noCopy());
  },
});

export const restarted = check({
  id: 'patch-took-effect',
  points: 7,
  needs: { source, copied },
  title: { ko: '다시 시작해서 고친 앱이 돌게 했다', en: 'A restart made the patch take effect' },
  async run({ docker, timeline, needs: { source, copied } }) {
    const starts = timeline.eventsOf({ type: 'container', action: 'start', actorId: source.id });
    const isAfter = (copy: { atMs: number }) => starts.some(({ atMs }) => atMs > copy.atMs);
    if (isAfter(copied)) return;
    // What was copied once more after the restart may be what runs already: then the new lines are in the log.
    const log = copiesInto(timeline, source).some(isAfter) ? await docker.logs(source.id) : '';
    const runs = newLines.some((line) => log.includes(line));
    ensure(runs, say.notRestarted({ copyLine: copied.line ?? '?' }), copied.line);
  },
});
