/** What its container must be and do. */
import {
  type Container,
  check,
  createLine,
  type Daemon,
  ensure,
  failedCreate,
  haltLine,
  missingFromLog,
  publicationOf,
  reject,
  removalLine,
  settledContainer,
  soughtContainer,
} from '#harness';
import { built } from './image.ts';
import { say } from './messages.ts';

const name = 'node-run';

export const made = check({
  id: 'container-made',
  points: 5,
  needs: { built },
  title: { ko: '그 이미지로 컨테이너를 만들었다', en: 'A container is made from that image' },
  async run({ docker, needs: { built }, timeline }) {
    const { exact, near, names } = await soughtContainer(docker, name, { image: built });
    const found = exact ?? near?.thing;
    const container = found && (await settledContainer(docker, found.id));
    if (!container) {
      const failed = failedCreate(timeline);
      if (!found && failed?.error) reject(say.createFailed({ error: failed.error }), failed.line);
      return reject(say.noContainer({ found: names.join(', ') || '-' }), removalLine(timeline, name));
    }
    const { imageId, imageRef } = container;
    const line = createLine(timeline, container);
    ensure(imageId === built.id, say.otherImage({ name: container.name, found: imageRef }), line);
    return { ...container, line };
  },
});

export const containerName = check({
  id: 'container-name',
  points: 5,
  needs: { made },
  title: { ko: '컨테이너의 이름이 `node-run` 이다', en: 'The container is called `node-run`' },
  run: ({ needs: { made } }) =>
    ensure(made.name === name, say.nearContainer({ found: made.name }), made.line),
});

export const running = check({
  id: 'container-running',
  points: 5,
  needs: { made },
  title: { ko: '컨테이너가 실행 중이다', en: 'It is running' },
  run({ needs: { made }, timeline }) {
    const { name, state, exitCode: code, error, line } = made;
    ensure(state !== 'created' || error === '', say.startFailed({ name, error }), line);
    ensure(state !== 'paused', say.paused({ name }), haltLine(timeline, made));
    ensure(state === 'running', say.notRunning({ name, state, code }), haltLine(timeline, made) ?? line);
    return made;
  },
});

export const hostname = check({
  id: 'hostname',
  points: 5,
  needs: { made },
  title: { ko: '호스트 이름이 `node-run` 이다', en: 'Its hostname is `node-run`' },
  run: ({ needs: { made } }) =>
    ensure(made.hostname === name, say.otherHostname({ name: made.name, found: made.hostname }), made.line),
});

const ports = '6060:6060';

export const published = check({
  id: 'port-published',
  points: 5,
  needs: { made },
  title: { ko: '6060 포트를 6060 포트로 공개했다', en: 'Port 6060 is published as 6060' },
  run({ needs: { made } }) {
    const { how, found } = publicationOf(made, ports);
    if (how === 'asked' || how === 'loopback') return;
    const { name, line } = made;
    ensure(how !== 'none', say.notPublished({ name }), line);
    ensure(how !== 'random', say.randomPort({ name, found }), line);
    ensure(how !== 'address', say.otherAddress({ name, found }), line);
    ensure(how !== 'host-port', say.otherHostPort({ name, found }), line);
    reject(say.otherPort({ name, found }), line);
  },
});

export const answers = check({
  id: 'http-answer',
  points: 10,
  needs: { running },
  title: { ko: '요청에 `HostName:` 으로 답한다', en: 'It answers a request with `HostName:`' },
  async run({ docker, evidence, needs: { running } }) {
    const { reachedAt: port, found } = publicationOf(running, ports);
    if (port === undefined) return reject(say.unreachable({ name: running.name, found }), running.line);
    const { name } = running;
    const answer =
      (await docker.http(port, '/', { timeoutMs: 3000 })) ?? reject(say.noAnswer({ name, port }));
    evidence.note(`curl localhost:${port}`, answer.body);
    const { hostname } = running;
    ensure(
      answer.body.trim() === `HostName: ${hostname}`,
      say.otherAnswer({ port, found: answer.body.trim().slice(0, 120) || '-', expected: hostname }),
    );
  },
});

export const logs = check({
  id: 'log-lines',
  points: 5,
  needs: { running, answers },
  title: { ko: '로그에 접속과 요청이 남는다', en: 'Its logs tell of connections and requests' },
  async run({ docker, needs: { running } }) {
    const { id, line, log, name } = running;
    ensure(log.driver !== 'none', say.logsOff({ name }), line);
    const [missing] = await missingFromLog(docker, id, ['Your Connected.', 'Your request arrived.']);
    if (missing !== undefined) reject(say.noLog({ name, line: missing }));
  },
});

/** Another container of the image, on a host port that the engine chooses, once it answers or will not. */
async function another(docker: Daemon, image: string, hostname: string) {
  const made = await docker.run({ image, hostname, ports: { '6060/tcp': 0 } });
  const container = made.container && (await settledContainer(docker, made.container.id));
  const port = container?.ports[0]?.hostPort;
  return { container, answer: port === undefined ? undefined : await docker.http(port) };
}

export const follows = check({
  id: 'follows-hostname',
  points: 5,
  needs: { built, answers },
  adds: true,
  title: { ko: '답이 컨테이너의 호스트 이름을 따라간다', en: 'The answer follows the container’s hostname' },
  async run({ docker, random, needs }) {
    const hostname = random.word('host');
    const { answer } = await another(docker, needs.built.id, hostname);
    const found = answer?.body.trim().slice(0, 120) || '-';
    ensure(found === `HostName: ${hostname}`, say.fixedHostname({ hostname, found }));
  },
});

export const stops = check({
  id: 'graceful-stop',
  points: 5,
  needs: { running },
  disturbs: true,
  title: { ko: '`docker stop` 이 2초 안에 143으로 끝난다', en: '`docker stop` ends within 2 s with 143' },
  async run({ docker, random, needs: { running } }) {
    const { durationMs, container } = await docker.stop(
      (await lasting(docker, running, random.word('stop'))).id,
      2,
    );
    const code = container?.exitCode ?? 0;
    // After 2 s the engine sends SIGKILL, which is 137: that tells more than a time measured on a busy machine.
    const { name } = running;
    ensure(code !== 137, say.slowStop({ name, seconds: (durationMs / 1000).toFixed(1), code }));
    ensure(code === 143, say.otherExit({ name, code }));
  },
});

/** The container, or its like: of one with `--rm` nothing is left to read an exit code from. */
async function lasting(docker: Daemon, running: Container, hostname: string): Promise<Container> {
  if (!running.autoRemove) return running;
  return (await another(docker, running.imageId, hostname)).container ?? running;
}
