/** The image that is made of it. */
import {
  type CheckContext,
  check,
  commitOf,
  commits,
  ensure,
  errorLine,
  failedCommand,
  type Image,
  originOf,
  reject,
  soughtImage,
} from '#harness';
import { say } from './messages.ts';
import { base, soughtSource } from './source.ts';

/** The exercise's name, and the slide's. */
const names = ['node-run:2.0', 'noderun:2.0'];
export function nameOf({ tags, id }: Image): string {
  return names.find((name) => tags.includes(name)) ?? tags.at(-1) ?? id.slice('sha256:'.length, 19);
}

/** What may be meant by the new image, most likely first: its names, what was committed, what is nearly called so. */
async function candidates({ docker, timeline, given }: CheckContext): Promise<(Image | undefined)[]> {
  const exact = await Promise.all(names.map((name) => docker.image(name)));
  const made = commits(timeline).flatMap(({ imageId }) => imageId ?? []);
  const committed = await Promise.all(made.toReversed().map((id) => docker.image(id)));
  const { near } = await soughtImage(docker, given, 'node-run:2.0', { besides: [base] });
  return [...exact, ...committed, near?.thing];
}

export const found = check({
  id: 'image-made',
  points: 3,
  title: { ko: '새 이미지를 만들었다', en: 'There is a new image' },
  async run(context) {
    const { docker, timeline, given, evidence } = context;
    const all = (await candidates(context)).filter((image) => image !== undefined);
    const isGiven = (one: Image) => originOf(one, timeline, given).how === 'tag';
    const made = all.filter((one) => !isGiven(one));
    const image = made.find((one) => commitOf(timeline, one)) ?? made[0];
    if (image) {
      evidence.note('docker image inspect', { id: image.id, tags: image.tags });
      return image;
    }
    const [same] = all;
    if (same) reject(say.notNew({ name: nameOf(same) }), originOf(same, timeline, given).line);
    const failed = failedCommand(timeline, /\bdocker\s+(container\s+)?commit\b/);
    if (failed) reject(say.commitFailed({ error: errorLine(failed) }), failed.line);
    const tags = (await docker.images()).flatMap(({ tags }) => tags);
    return reject(say.noImage({ found: tags.join(', ') || '-' }));
  },
});

export const named = check({
  id: 'image-name',
  points: 5,
  needs: { found },
  title: {
    ko: '그 이름이 `node-run:2.0` 이다(슬라이드의 `noderun:2.0` 도 된다)',
    en: 'It is called `node-run:2.0` (the slide’s `noderun:2.0` will do)',
  },
  run({ timeline, given, needs: { found } }) {
    const { line } = originOf(found, timeline, given);
    const right = found.tags.some((tag) => names.includes(tag));
    ensure(right, say.otherImageName({ found: nameOf(found) }), line);
  },
});

export const committed = check({
  id: 'image-committed',
  points: 10,
  needs: { found },
  title: { ko: '`docker commit` 으로 만들었다', en: 'It was made with `docker commit`' },
  run({ timeline, given, needs: { found } }) {
    const { how, line } = originOf(found, timeline, given);
    const commit = commitOf(timeline, found);
    const words = how === 'unknown' ? '-' : `docker ${how}`;
    if (how !== 'commit' || !commit)
      return reject(say.notCommitted({ name: nameOf(found), how: words }), line);
    return commit;
  },
});

export const fromSource = check({
  id: 'commit-source',
  points: 5,
  needs: { found, committed },
  title: { ko: '`node-run` 컨테이너를 커밋했다', en: 'It was committed from `node-run`' },
  async run({ docker, needs: { found, committed } }) {
    const { containerId, container, line } = committed;
    const { near } = await soughtSource(docker);
    const right = container === 'node-run' || near?.thing.id === containerId;
    ensure(right, say.otherSource({ name: nameOf(found), container }), line);
  },
});

export const original = check({
  id: 'original-kept',
  points: 3,
  needs: { found },
  title: { ko: '`noderun:1.0` 이미지는 그대로 있다', en: '`noderun:1.0` is as it was' },
  async run({ docker, timeline, given }) {
    const line = timeline.lineOf(/\bdocker\s+(image\s+rm|rmi)\b.*noderun:1\.0/);
    const now = (await docker.image(base)) ?? reject(say.originalGone(), line);
    const { how, line: changed } = originOf(now, timeline, given);
    ensure(now.id === given[base]?.id, say.originalChanged({ how: `docker ${how}` }), changed);
  },
});
