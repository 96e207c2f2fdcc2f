/** What the image must be. */
import {
  buildsOn,
  check,
  ensure,
  errorLine,
  lastBuild,
  nodeScriptOf,
  originOf,
  reject,
  sameText,
  soughtImage,
  startCommandOf,
} from '#harness';
import { say } from './messages.ts';

const tag = 'noderun:1.0';
export const base = 'node:20-alpine3.17';

export const built = check({
  id: 'image-built',
  points: 10,
  title: { ko: '이미지를 빌드했다', en: 'The image is built' },
  async run({ docker, timeline, given }) {
    const { exact, near, names } = await soughtImage(docker, given, tag);
    const image = exact ?? near?.thing;
    if (!image) {
      const build = lastBuild(timeline);
      if (build && build.exitCode !== 0) reject(say.buildFailed({ error: errorLine(build) }), build.line);
      return reject(say.noImage({ found: names.join(', ') || '-' }), build?.line);
    }
    const { how, line } = originOf(image, timeline, given);
    const name = near?.name ?? tag;
    ensure(how === 'build', say.notBuilt({ name, how: how === 'unknown' ? '-' : `docker ${how}` }), line);
    return { ...image, name, line };
  },
});

export const imageName = check({
  id: 'image-name',
  points: 5,
  needs: { built },
  title: { ko: '이미지의 이름이 `noderun:1.0` 이다', en: 'The image is called `noderun:1.0`' },
  run({ needs: { built } }) {
    const { name, line, tags } = built;
    ensure(tags.length > 0, say.unnamedImage({ id: name }), line);
    ensure(name === tag, say.nearImage({ found: name }), line);
  },
});

export const based = check({
  id: 'base-image',
  points: 5,
  needs: { built },
  title: { ko: '바탕 이미지가 `node:20-alpine3.17` 이다', en: 'It builds on `node:20-alpine3.17`' },
  run: ({ needs: { built }, given }) =>
    ensure(given[base] && buildsOn(built, given[base]), say.otherBase({ name: built.name })),
});

export const workdir = check({
  id: 'workdir',
  points: 5,
  needs: { built },
  title: { ko: '작업 폴더가 `/app` 이다(WORKDIR)', en: 'It works in `/app` (WORKDIR)' },
  run: ({ needs: { built } }) =>
    ensure(
      built.config.workingDir.replace(/(?<=.)\/$/, '') === '/app',
      say.otherWorkdir({ found: built.config.workingDir || '/' }),
    ),
});

export const exposes = check({
  id: 'exposes-port',
  points: 5,
  needs: { built },
  title: { ko: '6060 포트를 알린다(EXPOSE)', en: 'It exposes port 6060 (EXPOSE)' },
  run: ({ needs: { built } }) =>
    ensure(
      built.config.exposedPorts.includes('6060/tcp'),
      say.notExposed({ found: built.config.exposedPorts.join(', ') || '-' }),
    ),
});

export const tini = check({
  id: 'tini-entrypoint',
  points: 10,
  needs: { built },
  title: { ko: 'tini로 시작한다(ENTRYPOINT)', en: 'It starts through tini (ENTRYPOINT)' },
  run: ({ needs: { built } }) =>
    ensure(startCommandOf(built.config).tini, say.noTini({ found: JSON.stringify(built.config.entrypoint) })),
});

export const command = check({
  id: 'start-command',
  points: 5,
  needs: { built },
  title: { ko: '`node runapp.js` 를 실행한다(CMD)', en: 'It runs `node runapp.js` (CMD)' },
  run({ needs: { built } }) {
    const start = startCommandOf(built.config);
    const file = nodeScriptOf(start, built.config.workingDir);
    if (!file?.endsWith('/runapp.js')) return reject(say.otherCommand({ found: start.all.join(' ') || '-' }));
    return file;
  },
});

export const app = check({
  id: 'app-in-image',
  points: 5,
  needs: { built, command },
  title: { ko: '이미지 안의 앱이 제출한 `runapp.js` 이다', en: 'The app in the image is your `runapp.js`' },
  async run({ docker, submission, needs }) {
    const source = (await submission.readAfter('runapp.js')) ?? reject(say.noSource());
    const inside =
      (await docker.readImageFile(needs.built.id, needs.command)) ??
      reject(say.noApp({ path: needs.command }));
    ensure(sameText(source, inside), say.otherApp({ path: needs.command }));
  },
});
