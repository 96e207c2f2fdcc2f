/** What an image that came back in must be: flat, from `docker import`, with the container's files in it. */
import {
  type Check,
  check,
  ensure,
  type Image,
  importOf,
  originOf,
  reject,
  sameText,
  soughtImage,
} from '#harness';
import { app, bare, changed, exported, images, original } from './exercise.ts';
import { say } from './messages.ts';

interface Wanted {
  ref: string;
  /** What to type to get it. */
  command: string;
}

function flat(id: string, points: number, { ref, command }: Wanted) {
  return check({
    ...{ id, points },
    title: { ko: `\`${ref}\` 이미지의 레이어는 하나뿐이다`, en: `\`${ref}\` has one layer and no more` },
    async run({ docker, evidence, given, timeline }) {
      const { exact, near, names } = await soughtImage(docker, given, ref, { besides: images });
      const image = exact ?? near?.thing;
      if (!image) return reject(say.noImage({ ref, command, found: names.join(', ') || '-' }));
      evidence.note(`docker history ${ref}`, await docker.history(image.id));
      const { how, line } = originOf(image, timeline, given);
      const layers = image.layers.length;
      ensure(layers === 1, say.notFlat({ ref, layers, how: `docker ${how}`, command }), line);
      return image;
    },
  });
}

function imported(id: string, points: number, { ref, command }: Wanted, flat: Check<Image>) {
  return check({
    ...{ id, points, needs: { flat } },
    title: {
      ko: `\`${ref}\` 이미지를 \`docker import\` 로 가져왔다`,
      en: `\`${ref}\` comes from \`docker import\``,
    },
    run({ given, needs: { flat }, timeline }) {
      const { how, line } = originOf(flat, timeline, given);
      ensure(how === 'import', say.notImported({ ref, how: `docker ${how}`, command }), line);
    },
  });
}

function files(id: string, points: number, { ref, command }: Wanted, flat: Check<Image>) {
  return check({
    ...{ id, points, needs: { flat } },
    title: {
      ko: `\`${ref}\` 이미지에 \`node-run\` 의 파일이 있다`,
      en: `\`${ref}\` holds the files of \`node-run\``,
    },
    async run({ docker, given, needs: { flat }, timeline }) {
      const line = importOf(flat, timeline)?.line ?? null;
      const inside = await docker.readImageFile(flat.id, app);
      if (!inside) {
        const saved = await docker.readImageFile(flat.id, '/manifest.json');
        reject(saved ? say.savedArchive({ ref, command }) : say.noApp({ ref, command }), line);
      }
      // A student who patched the app in the container before the export has done nothing wrong.
      const theirs = [
        await docker.readImageFile(given[original]?.id ?? original, app),
        await docker.readFile(exported, app),
      ];
      // Where both were tidied away at the end, nothing says that it is another's.
      const same = theirs.every((one) => !one) || theirs.some((one) => one && sameText(one, inside));
      ensure(same, say.otherApp({ ref, command }), line);
    },
  });
}

export const flat3 = flat('flat-3', 4, changed);
export const imported3 = imported('imported-3', 5, changed, flat3);
export const files3 = files('files-3', 2, changed, flat3);

export const flat4 = flat('flat-4', 3, bare);
export const imported4 = imported('imported-4', 3, bare, flat4);
export const files4 = files('files-4', 2, bare, flat4);

export const bare4 = check({
  ...{ id: 'bare-4', points: 4, needs: { flat4 } },
  title: { ko: '`node-run:4.0` 이미지에는 시작 명령이 없다', en: '`node-run:4.0` has no start command' },
  run({ needs: { flat4 }, timeline }) {
    const { cmd, entrypoint } = flat4.config;
    const found = [...entrypoint, ...cmd].join(' ');
    ensure(found === '', say.notBare({ found }), importOf(flat4, timeline)?.line);
  },
});
