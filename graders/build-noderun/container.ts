/** What its container must be and do. */
import { check, ensure, nearestName, reject } from '#harness';
import { built, tag } from './image.ts';
import { say } from './messages.ts';

const name = 'node-run';

export const running = check({
  id: 'container-running',
  points: 10,
  needs: { built },
  title: { ko: '`node-run` 컨테이너가 그 이미지로 실행 중이다', en: '`node-run` runs from that image' },
  async run({ docker, needs, timeline }) {
    const container = await docker.container(name);
    const line = timeline.lineOf(/docker (container )?(run|create|start)/);
    if (!container) {
      const names = (await docker.containers()).map(({ name }) => name);
      const near = nearestName(name, names);
      if (near) reject(say.nearContainer({ found: near }), line);
      return reject(say.noContainer({ found: names.join(', ') || '-' }), line);
    }
    ensure(
      container.state === 'running',
      say.notRunning({ state: container.state, code: container.exitCode }),
      line,
    );
    ensure(container.imageId === needs.built.id, say.otherImage({ found: container.imageRef }), line);
    return container;
  },
});

export const hostname = check({
  id: 'hostname',
  points: 5,
  needs: { running },
  title: { ko: '호스트 이름이 `node-run` 이다', en: 'Its hostname is `node-run`' },
  run: ({ needs: { running } }) =>
    ensure(running.hostname === name, say.otherHostname({ found: running.hostname })),
});

export const published = check({
  id: 'port-published',
  points: 10,
  needs: { running },
  title: { ko: '6060 포트를 6060 포트로 공개했다', en: 'Port 6060 is published as 6060' },
  run({ needs: { running } }) {
    const ports = running.ports.map(
      ({ hostPort, containerPort }) => `${hostPort}:${containerPort.replace('/tcp', '')}`,
    );
    ensure(ports.includes('6060:6060'), say.notPublished({ found: [...new Set(ports)].join(', ') || '-' }));
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
  async run({ docker, evidence }) {
    const answer = (await docker.http(6060, '/', { timeoutMs: 3000 })) ?? reject(say.noAnswer());
    evidence.note('curl localhost:6060', answer.body);
    const { hostname } = (await docker.container(name)) ?? { hostname: name };
    ensure(
      answer.body.trim() === `HostName: ${hostname}`,
      say.otherAnswer({ found: answer.body.trim().slice(0, 120), expected: hostname }),
    );
  },
});

export const logs = check({
  id: 'log-lines',
  points: 5,
  needs: { answers },
  title: { ko: '로그에 접속과 요청이 남는다', en: 'Its logs tell of connections and requests' },
  async run({ docker }) {
    const log = await docker.logs(name);
    for (const line of ['Your Connected.', 'Your request arrived.'])
      ensure(log.includes(line), say.noLog({ line }));
  },
});

export const follows = check({
  id: 'follows-hostname',
  points: 5,
  needs: { answers },
  disturbs: true,
  title: { ko: '답이 컨테이너의 호스트 이름을 따라간다', en: 'The answer follows the container’s hostname' },
  async run({ docker, random }) {
    const [hostname, port] = [random.word('host'), random.port()];
    const { container } = await docker.run({ image: tag, hostname, ports: { '6060/tcp': port } });
    const answer = await docker.http(port, '/', { timeoutMs: 3000 });
    if (container) await docker.remove(container.id);
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
  async run({ docker }) {
    const { durationMs, container } = await docker.stop(name, 3);
    const code = container?.exitCode ?? 0;
    ensure(durationMs <= 2000, say.slowStop({ seconds: (durationMs / 1000).toFixed(1), code }));
    ensure(code === 143, say.otherExit({ code }));
  },
});
