/** The two containers of the repaired images. */
import {
  type Check,
  type Container,
  check,
  createLine,
  ensure,
  haltLine,
  type Image,
  publishedPorts,
  refersTo,
  reject,
  removalLine,
  settledContainer,
  soughtContainer,
} from '#harness';
import { built5 } from './built-image.ts';
import { changed, containers, rebuilt } from './exercise.ts';
import { flat3 } from './imported-image.ts';
import { say } from './messages.ts';

interface Wanted {
  name: string;
  ref: string;
  port: number;
}

function made(id: string, points: number, { name, ref, port }: Wanted, image: Check<Image>) {
  const command = `docker run -itd --name=${name} -p ${port}:6060 ${ref}`;
  return check({
    ...{ id, points, needs: { image } },
    title: {
      ko: `\`${name}\` 컨테이너를 \`${ref}\` 이미지로 만들었다`,
      en: `\`${name}\` is made from \`${ref}\``,
    },
    async run({ docker, needs: { image }, timeline }) {
      const { exact, near, names } = await soughtContainer(docker, name, { besides: containers, image });
      const found = exact ?? near?.thing;
      const container = found && (await settledContainer(docker, found.id));
      if (!container) {
        const failed = timeline
          .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
          .findLast(({ query, error }) => query.name === name && error !== null);
        if (failed)
          reject(
            say.createFailed({ name, error: failed.error?.replaceAll('`', "'") ?? '-', command }),
            failed.line,
          );
        return reject(
          say.noContainer({ name, command, found: names.join(', ') || '-' }),
          removalLine(timeline, name),
        );
      }
      const line = createLine(timeline, container);
      if (container.imageId === image.id) return { ...container, line, remake: command };
      const from = container.imageRef;
      if (refersTo(from, image)) reject(say.olderImage({ name, ref, command }), line);
      return reject(say.otherImage({ name, ref, found: from, command }), line);
    },
  });
}

interface Made extends Container {
  /** The script line that created it. */
  line: number | null;
  /** What to type to make it as it was asked. */
  remake: string;
}

function running(id: string, points: number, { name }: Wanted, made: Check<Made>) {
  return check({
    ...{ id, points, needs: { made } },
    title: { ko: `\`${name}\` 컨테이너가 실행 중이다`, en: `\`${name}\` is running` },
    async run({ docker, needs: { made }, timeline }) {
      const { error, exitCode: code, line, name, remake, state } = made;
      ensure(state !== 'created' || error === '', say.startFailed({ name, error, command: remake }), line);
      if (state === 'running') return made;
      const log = lastLine(await docker.logs(made.id));
      return reject(say.notRunning({ name, state, code, log }), haltLine(timeline, made) ?? line);
    },
  });
}

/** What a program said last that is more than a blank or the version of Node, at most 200 letters. */
function lastLine(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const found = lines.find((line) => /\berror\b/i.test(line)) ?? lines.findLast((line) => line !== '');
  return (found ?? '-').replaceAll('`', "'").slice(0, 200);
}

function published(id: string, points: number, { name, ref, port }: Wanted, made: Check<Made>) {
  return check({
    ...{ id, points, needs: { made } },
    title: {
      ko: `\`${name}\` 의 6060 포트를 ${port} 포트로 공개했다`,
      en: `\`${name}\` is published as ${port}`,
    },
    run({ needs: { made } }) {
      const ports = publishedPorts(made);
      const wanted = `${port}:6060`;
      const found = ports.join(', ') || '-';
      ensure(ports.includes(wanted), say.notPublished({ name: made.name, ref, found, wanted }), made.line);
    },
  });
}

function answers(id: string, points: number, { name, port: asked }: Wanted, running: Check<Made>) {
  return check({
    ...{ id, points, needs: { running } },
    title: { ko: `\`${name}\` 의 앱이 답한다`, en: `The app of \`${name}\` answers` },
    async run({ docker, evidence, needs: { running } }) {
      const { hostname, line, name, ports } = running;
      // A wrong port has cost its points already: the app may answer there.
      const port = ports.find(({ containerPort }) => containerPort === '6060/tcp')?.hostPort ?? asked;
      const answer = await docker.http(port, '/', { timeoutMs: 3000 });
      if (!answer) return reject(say.noAnswer({ name, port }), line);
      const found = answer.body.trim().slice(0, 120);
      evidence.note(`curl localhost:${port}`, found);
      const expected = `HostName: ${hostname}`;
      ensure(found === expected, say.otherAnswer({ name, port, found, expected }), line);
    },
  });
}

const first = { name: 'node-run3', ref: changed.ref, port: 6064 };
export const made3 = made('made-3', 3, first, flat3);
export const running3 = running('running-3', 2, first, made3);
export const published3 = published('published-3', 3, first, made3);
export const answers3 = answers('answers-3', 4, first, running3);

const second = { name: 'node-run5', ref: rebuilt.ref, port: 6065 };
export const made5 = made('made-5', 2, second, built5);
export const running5 = running('running-5', 2, second, made5);
export const published5 = published('published-5', 3, second, made5);
export const answers5 = answers('answers-5', 3, second, running5);
