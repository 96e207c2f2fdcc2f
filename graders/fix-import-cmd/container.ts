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

function running(id: string, points: number, { name, ref, port }: Wanted, image: Check<Image>) {
  const command = `docker run -itd --name=${name} -p ${port}:6060 ${ref}`;
  return check({
    ...{ id, points, needs: { image } },
    title: {
      ko: `\`${name}\` 컨테이너가 \`${ref}\` 이미지로 실행 중이다`,
      en: `\`${name}\` runs from \`${ref}\``,
    },
    async run({ docker, needs: { image }, timeline }) {
      const { exact, near, names } = await soughtContainer(docker, name, { besides: containers });
      const found = exact ?? near?.thing;
      const container = found && (await settledContainer(docker, found.id));
      if (!container) {
        const failed = timeline
          .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
          .findLast(({ query, error }) => query.name === name && error !== null);
        if (failed) reject(say.createFailed({ name, error: failed.error ?? '-', command }), failed.line);
        return reject(say.noContainer({ name, command, found: names.join(', ') || '-' }));
      }
      const { exitCode: code, error, imageId, imageRef, state } = container;
      const line = createLine(timeline, container);
      if (imageId !== image.id) {
        const renewed = refersTo(imageRef, image);
        reject(
          renewed
            ? say.olderImage({ name, ref, command })
            : say.otherImage({ name, ref, found: imageRef, command }),
          line,
        );
      }
      ensure(state !== 'created' || error === '', say.startFailed({ name, error, command }), line);
      if (state !== 'running') {
        const log = lastLine(await docker.logs(container.id));
        reject(say.notRunning({ name, state, code, log }), haltLine(timeline, container) ?? line);
      }
      return container;
    },
  });
}

/** What a program said last that is more than a blank or the version of Node, at most 200 letters. */
function lastLine(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const found = lines.find((line) => /\berror\b/i.test(line)) ?? lines.findLast((line) => line !== '');
  return (found ?? '-').replaceAll('`', "'").slice(0, 200);
}

function published(id: string, points: number, { name, ref, port }: Wanted, running: Check<Container>) {
  return check({
    ...{ id, points, needs: { running } },
    title: {
      ko: `\`${name}\` 의 6060 포트를 ${port} 포트로 공개했다`,
      en: `\`${name}\` is published as ${port}`,
    },
    run({ needs: { running }, timeline }) {
      const ports = publishedPorts(running);
      const wanted = `${port}:6060`;
      const found = ports.join(', ') || '-';
      ensure(
        ports.includes(wanted),
        say.notPublished({ name, ref, found, wanted }),
        createLine(timeline, running),
      );
      return running;
    },
  });
}

function answers(id: string, points: number, { name, port }: Wanted, published: Check<Container>) {
  return check({
    ...{ id, points, needs: { published } },
    title: { ko: `\`curl localhost:${port}\` 에 답한다`, en: `\`curl localhost:${port}\` is answered` },
    async run({ docker, evidence, needs: { published } }) {
      const answer = await docker.http(port, '/', { timeoutMs: 3000 });
      if (!answer) return reject(say.noAnswer({ name, port }));
      const found = answer.body.trim().slice(0, 120);
      evidence.note(`curl localhost:${port}`, found);
      const expected = `HostName: ${published.hostname}`;
      ensure(found === expected, say.otherAnswer({ name, port, found, expected }));
    },
  });
}

const first = { name: 'node-run3', ref: changed.ref, port: 6064 };
export const running3 = running('running-3', 5, first, flat3);
export const published3 = published('published-3', 3, first, running3);
export const answers3 = answers('answers-3', 4, first, published3);

const second = { name: 'node-run5', ref: rebuilt.ref, port: 6065 };
export const running5 = running('running-5', 4, second, built5);
export const published5 = published('published-5', 3, second, running5);
export const answers5 = answers('answers-5', 3, second, published5);
