/** What the image of the second repair must be: built on the bare import, with nothing but configuration on top. */
import {
  buildsOn,
  check,
  dockerfileBases,
  ensure,
  errorLine,
  lastBuild,
  originOf,
  refersTo,
  reject,
  soughtImage,
} from '#harness';
import { images, rebuilt } from './exercise.ts';
import { flat4 } from './imported-image.ts';
import { say } from './messages.ts';

export const built5 = check({
  ...{ id: 'built-5', points: 5 },
  title: { ko: '`node-run:5.0` 이미지를 빌드했다', en: '`node-run:5.0` is built' },
  async run({ docker, given, timeline }) {
    const { ref, command } = rebuilt;
    const { exact, near, names } = await soughtImage(docker, given, ref, { besides: images });
    const image = exact ?? near?.thing;
    if (!image) {
      const build = lastBuild(timeline);
      if (build && build.exitCode !== 0) reject(say.buildFailed({ error: errorLine(build) }), build.line);
      return reject(say.noImage({ ref, command, found: names.join(', ') || '-' }));
    }
    const { how, line } = originOf(image, timeline, given);
    ensure(how === 'build', say.notBuilt({ how: `docker ${how}` }), line);
    return image;
  },
});

export const layers5 = check({
  ...{ id: 'layers-5', points: 4, needs: { flat4, built5 } },
  title: {
    ko: '`node-run:5.0` 이미지는 `node-run:4.0` 에 설정만 더한 것이다',
    en: '`node-run:5.0` is `node-run:4.0` and configuration',
  },
  async run({ docker, given, needs: { flat4, built5 }, submission, timeline }) {
    const { line } = originOf(built5, timeline, given);
    if (!buildsOn(built5, flat4)) {
      const other = (await docker.images()).find(
        (image) => image.id !== built5.id && buildsOn(built5, image),
      );
      reject(say.otherBase({ found: other?.tags[0] ?? '-' }), line);
    }
    // WORKDIR leaves an empty layer, and is configuration all the same.
    const bytes = built5.sizeBytes - flat4.sizeBytes;
    ensure(bytes === 0, say.moreFiles({ bytes }), line);
    // Two imports of one archive have the same layer: then the Dockerfile alone tells which of them was meant.
    const bases = dockerfileBases(await submission.readAfter('Dockerfile_noderun4'));
    ensure(
      bases.length === 0 || bases.some((base) => refersTo(base, flat4)),
      say.otherFrom({ found: bases[0] ?? '-' }),
      line,
    );
  },
});
