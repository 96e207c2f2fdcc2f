/** What a container of `noderun:1.0` must be and do. */
import {
  type Container,
  check,
  createLine,
  type Daemon,
  ensure,
  haltLine,
  type Image,
  publicationOf,
  reject,
  removalLine,
  restartThatStopped,
  settledContainer,
  soughtContainer,
  type Timeline,
} from '#harness';
import { ensureUp } from './daemon.ts';
import { say } from './messages.ts';

export const names = ['node-run', 'node-run2', 'mydb'];

/** A container the exercise asks for, found by its name or by what it is. */
export interface Asked {
  name: string;
  image: string;
  /** The command that makes it. */
  run: string;
}

/** The container that was meant: of two, the one that runs; a wrong name costs the name's points alone. */
export async function meant(docker: Daemon, { name }: Asked, image: Image | undefined) {
  const besides = names.filter((other) => other !== name);
  const { exact, near, names: there } = await soughtContainer(docker, name, { besides, image });
  const others = (await docker.containers()).filter((one) => one.imageId === image?.id);
  const running = others.find((one) => one.state === 'running' && !names.includes(one.name));
  const found = exact?.state === 'running' ? exact : (running ?? exact ?? near?.thing);
  return { container: found && (await settledContainer(docker, found.id)), there };
}

/** Tells why a container does not run; returns when it does. */
export function ensureRuns(timeline: Timeline, container: Container, { name: wanted, run }: Asked): void {
  const { name, state, error, exitCode: code } = container;
  const line = createLine(timeline, container);
  if (state === 'running') return;
  const failed = failedRun(timeline, wanted);
  if (failed?.error?.includes('already in use')) reject(say.nameInUse({ name, run }), failed.line);
  ensure(state !== 'created' || error === '', say.startFailed({ name, error, run }), line);
  ensure(state !== 'paused', say.paused({ name }), haltLine(timeline, container));
  const restart = restartThatStopped(timeline, container);
  if (restart) reject(say.stoppedWithDaemon({ name, run }), restart.line);
  reject(say.notRunning({ name, state, code }), haltLine(timeline, container) ?? line);
}

/** The last request to create a container of this name that was turned down. */
export function failedRun(timeline: Timeline, name: string) {
  return timeline
    .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
    .findLast(({ status, query }) => status !== null && status >= 400 && query.name === name);
}

/** The checks that hold for both of its containers. */
export function webChecks(asked: Asked & { port: number }, points: Record<'runs' | 'name' | 'port', number>) {
  const { name, image, run, port } = asked;
  const runs = check({
    id: name,
    points: points.runs,
    title: {
      ko: `\`${name}\` 컨테이너가 \`${image}\` 이미지로 실행 중이다`,
      en: `\`${name}\` runs from \`${image}\``,
    },
    async run({ docker, timeline, given, evidence }) {
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
      ensureRuns(timeline, container, asked);
      evidence.note(`docker inspect ${container.name}`, container);
      const line = createLine(timeline, container);
      ensure(
        container.imageId === given[image]?.id,
        say.otherImage({ name, found: container.imageRef, image, run }),
        line,
      );
      return { ...container, line };
    },
  });
  const named = check({
    id: `${name}-name`,
    points: points.name,
    needs: { runs },
    title: { ko: `이름이 \`${name}\` 이다`, en: `It is called \`${name}\`` },
    run: ({ needs: { runs } }) =>
      ensure(runs.name === name, say.otherName({ found: runs.name, name }), runs.line),
  });
  const answers = check({
    id: `${name}-port`,
    points: points.port,
    needs: { runs },
    title: { ko: `\`curl localhost:${port}\` 에 답한다`, en: `It answers \`curl localhost:${port}\`` },
    async run({ docker, needs: { runs } }) {
      const { how, found } = publicationOf(runs, `${port}:6060`);
      const asked = how === 'asked' || how === 'loopback';
      ensure(asked, say.notPublished({ name: runs.name, found, port, run }), runs.line);
      const answer = await docker.http(port, '/', { timeoutMs: 5000 });
      ensure(answer?.body.startsWith('HostName:'), say.noAnswer({ name: runs.name, port }));
    },
  });
  return { runs, named, answers };
}
