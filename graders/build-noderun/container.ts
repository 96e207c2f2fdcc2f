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
  nearestName,
  publishedPorts,
  reject,
  settledContainer,
} from '#harness';
import { built } from './image.ts';
import { say } from './messages.ts';

const name = 'node-run';

export const running = check({
  id: 'container-running',
  points: 10,
  needs: { built },
  title: { ko: '`node-run` 컨테이너가 그 이미지로 실행 중이다', en: '`node-run` runs from that image' },
  async run({ docker, needs, timeline }) {
    const container = await settledContainer(docker, name);
    if (!container) {
      const others = await docker.containers();
      const near = nearestName(
        name,
        others.map(({ name }) => name),
      );
      const found = others.find(({ name }) => name === near);
      if (found) reject(say.nearContainer({ found: found.name }), createLine(timeline, found));
      const failed = failedCreate(timeline);
      if (failed?.error) reject(say.createFailed({ error: failed.error }), failed.line);
      return reject(say.noContainer({ found: others.map(({ name }) => name).join(', ') || '-' }));
    }
    const { state, exitCode: code, error, imageId, imageRef } = container;
    const line = createLine(timeline, container);
    ensure(state !== 'created' || error === '', say.startFailed({ error }), line);
    ensure(state !== 'paused', say.paused(), haltLine(timeline, container));
    ensure(state === 'running', say.notRunning({ state, code }), haltLine(timeline, container) ?? line);
    ensure(imageId === needs.built.id, say.otherImage({ found: imageRef }), line);
    return container;
  },
});

export const hostname = check({
  id: 'hostname',
  points: 5,
  needs: { running },
  title: { ko: '호스트 이름이 `node-run` 이다', en: 'Its hostname is `node-run`' },
  run: ({ needs: { running }, timeline }) =>
    ensure(
      running.hostname === name,
      say.otherHostname({ found: running.hostname }),
      createLine(timeline, running),
    ),
});

export const published = check({
  id: 'port-published',
  points: 10,
  needs: { running },
  title: { ko: '6060 포트를 6060 포트로 공개했다', en: 'Port 6060 is published as 6060' },
  run({ needs: { running }, timeline }) {
    const ports = publishedPorts(running);
    const found = ports.join(', ') || '-';
    ensure(ports.includes('6060:6060'), say.notPublished({ found }), createLine(timeline, running));
    return running;
  },
});

export const answers = check({
  id: 'http-answer',
  points: 10,
  needs: { published },
  title: {
    ko: '`curl localhost:6060` 에 `HostName:` 으로 답한다',
    en: '`curl localhost:6060` answers with `HostName:`',
  },
  async run({ docker, evidence, needs }) {
    const answer = (await docker.http(6060, '/', { timeoutMs: 3000 })) ?? reject(say.noAnswer());
    evidence.note('curl localhost:6060', answer.body);
    const { hostname } = needs.published;
    ensure(
      answer.body.trim() === `HostName: ${hostname}`,
      say.otherAnswer({ found: answer.body.trim().slice(0, 120), expected: hostname }),
    );
  },
});

export const logs = check({
  id: 'log-lines',
  points: 5,
  needs: { running, answers },
  title: { ko: '로그에 접속과 요청이 남는다', en: 'Its logs tell of connections and requests' },
  async run({ docker, timeline, needs: { running } }) {
    ensure(running.log.driver !== 'none', say.logsOff(), createLine(timeline, running));
    const [line] = await missingFromLog(docker, name, ['Your Connected.', 'Your request arrived.']);
    if (line !== undefined) reject(say.noLog({ line }));
  },
});

/** Another container of the image, on a host port that the engine chooses, once it answers or will not. */
async function another(docker: Daemon, image: string, hostname: string) {
  const { container } = await docker.run({ image, hostname, ports: { '6060/tcp': 0 } });
  const port = container?.ports[0]?.hostPort;
  return {
    container,
    answer: port === undefined ? undefined : await docker.http(port, '/', { timeoutMs: 5000 }),
  };
}

export const follows = check({
  id: 'follows-hostname',
  points: 5,
  needs: { built, answers },
  disturbs: true,
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
    ensure(code !== 137, say.slowStop({ seconds: (durationMs / 1000).toFixed(1), code }));
    ensure(code === 143, say.otherExit({ code }));
  },
});

/** The container, or its like: of one with `--rm` nothing is left to read an exit code from. */
async function lasting(docker: Daemon, running: Container, hostname: string): Promise<Container> {
  if (!running.autoRemove) return running;
  return (await another(docker, running.imageId, hostname)).container ?? running;
}
