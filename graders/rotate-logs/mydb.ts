/** The MySQL container that ends with 1: why it does, and what mends it. */
import {
  type Container,
  check,
  createLine,
  type DaemonEvent,
  ensure,
  type Image,
  missingFromLog,
  nearestName,
  reject,
  removalLine,
} from '#harness';
import { ensureUp } from './daemon.ts';
import { say } from './messages.ts';
import { ensureRuns, failedRun, meant } from './web.ts';

const name = 'mydb';
const image = 'mysql:5.7-debian';
const run = 'docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=… mysql:5.7-debian';
const asked = { name, image, run };
/** One of them makes the image's first start go well. */
const variables = ['MYSQL_ROOT_PASSWORD', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD'];
/** Made from a file: the image takes each of them from `…_FILE`, too. */
const accepted = [...variables, ...variables.map((variable) => `${variable}_FILE`)];

export const failed = check({
  id: 'mydb-failed',
  points: 2,
  title: { ko: '암호 없이 실행한 MySQL이 1로 끝났다', en: 'MySQL without a password ended with 1' },
  run({ timeline }) {
    const deaths = timeline.eventsOf({ type: 'container', action: 'die' }).filter(isFailure);
    return deaths.length > 0 ? deaths : reject(say.neverFailed());
  },
});

function isFailure({ attributes }: DaemonEvent): boolean {
  return attributes.exitCode === '1' && (attributes.image === image || attributes.name === name);
}

export const cause = check({
  id: 'mydb-cause',
  points: 3,
  needs: { failed },
  title: { ko: '그 까닭을 `docker logs` 로 찾았다', en: 'The cause was looked up with `docker logs`' },
  run({ needs: { failed }, timeline }) {
    const reads = timeline.callsOf({ method: 'GET', path: /^\/containers\/[^/]+\/logs$/, refused: false });
    const read = reads.some(({ path, status, startedMs, durationMs }) => {
      const word = decodeURIComponent(path.split('/')[2] ?? '');
      return failed.some(
        ({ actorId, attributes, atMs }) =>
          status === 200 &&
          (attributes.name === word || actorId.startsWith(word)) &&
          startedMs + (durationMs ?? Number.POSITIVE_INFINITY) >= atMs,
      );
    });
    // The line that started it: it may end while another is typed.
    const [last] = failed.slice(-1);
    ensure(read, say.neverRead(), last && createLine(timeline, { id: last.actorId }));
  },
});

export const runs = check({
  id: 'mydb',
  points: 6,
  title: { ko: '`mydb` 컨테이너가 데이터베이스로 실행 중이다', en: '`mydb` runs as a database' },
  async run({ docker, timeline, given }) {
    await ensureUp(docker);
    const { container, there } = await meant(docker, asked, given[image]);
    if (!container) {
      const failed = failedRun(timeline, name);
      if (failed?.error)
        reject(say.createFailed({ name, error: failed.error.replaceAll('`', "'"), run }), failed.line);
      return reject(
        say.noContainer({ name, found: there.join(', ') || '-', run }),
        removalLine(timeline, name),
      );
    }
    const line = createLine(timeline, container);
    ensure(
      container.imageId === given[image]?.id,
      say.otherImage({ name, found: container.imageRef, image, run }),
      line,
    );
    // The image takes an empty value for none.
    const own = Object.entries(container.env).flatMap(([key, value]) =>
      value === '' || key in (given[image]?.config.env ?? {}) ? [] : [key],
    );
    if (
      container.state === 'exited' &&
      container.exitCode === 1 &&
      !own.some((key) => accepted.includes(key))
    ) {
      const wrong = own.find((key) => nearestName(key, variables) || /pass|mysql/i.test(key));
      if (wrong) reject(say.wrongVariable({ found: wrong }), line);
      if (!failedRun(timeline, name)) reject(say.stillDown(), line);
    }
    ensureRuns(timeline, container, asked);
    const isServer = startsServer(container, given[image]);
    const ready = ['ready for connections'];
    const late = isServer ? await missingFromLog(docker, container.id, ready, 20_000) : ready;
    ensureRuns(timeline, (await docker.container(container.id)) ?? container, asked);
    ensure(late.length === 0, say.noServer({ found: container.command.join(' '), run }), line);
    return { ...container, line };
  },
});

/** Whether it starts the server: by its name, or by an option of it alone, before which the entrypoint puts the name. */
function startsServer({ command, entrypoint, cmd }: Container, given: Image | undefined): boolean {
  const own = JSON.stringify(entrypoint) === JSON.stringify(given?.config.entrypoint);
  return (own && cmd[0]?.startsWith('-')) || command.some((word) => /(^|\/)mysqld$/.test(word));
}

export const named = check({
  id: 'mydb-name',
  points: 2,
  needs: { runs },
  title: { ko: '이름이 `mydb` 이다', en: 'It is called `mydb`' },
  run: ({ needs: { runs } }) =>
    ensure(runs.name === name, say.otherName({ found: runs.name, name }), runs.line),
});
