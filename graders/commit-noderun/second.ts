/** The container of the new image, and what fresh ones do. */
import {
  check,
  commitOf,
  createLine,
  type Daemon,
  ensure,
  failedCreate,
  haltLine,
  missingFromLog,
  notLoggedBy,
  publishedPorts,
  refersTo,
  reject,
  removalLine,
  settledContainer,
  soughtContainer,
} from '#harness';
import { found, nameOf } from './image.ts';
import { patched } from './inside.ts';
import { say } from './messages.ts';
import { base, newLines as texts } from './source.ts';

const name = 'node-run3';
/** How long a line may take from the program into the log. */
const logMs = 2000;

export const second = check({
  id: 'second-running',
  points: 8,
  needs: { found },
  title: { ko: '`node-run3` 컨테이너가 새 이미지로 실행 중이다', en: '`node-run3` runs from the new image' },
  async run({ docker, timeline, needs: { found } }) {
    const image = nameOf(found);
    const commitLine = commitOf(timeline, found)?.line ?? '?';
    const { exact, near, names } = await soughtContainer(docker, name, {
      besides: ['node-run', 'node-run2'],
    });
    const meant = exact ?? near?.thing;
    if (!meant) {
      const failed = failedCreate(timeline);
      const ran = (failed?.body as { Image?: string } | null | undefined)?.Image ?? '';
      if (failed?.status === 404 && !refersTo(ran, found))
        reject(say.otherNameRun({ name: image, commitLine, ran, runLine: failed.line ?? '?' }), failed.line);
      if (failed) reject(say.secondFailed({ name: image, error: failed.error ?? '' }), failed.line);
      return reject(
        say.noSecond({ name: image, found: names.join(', ') || '-' }),
        removalLine(timeline, name),
      );
    }
    const container = (await settledContainer(docker, meant.name)) ?? meant;
    const { state, exitCode: code, error, imageId, imageRef: ran } = container;
    const line = createLine(timeline, container);
    const lines = { commitLine, runLine: line ?? '?' };
    const older = imageId !== found.id && refersTo(ran, found);
    ensure(!older, say.startedBefore({ name: image, ...lines }), line);
    ensure(imageId === found.id, say.otherImage({ name: image, ran, ...lines }), line);
    const why = error.replace(/ \([0-9a-f]{64}\)/, '');
    ensure(state !== 'created' || error === '', say.secondFailed({ name: image, error: why }), line);
    const halted = haltLine(timeline, container) ?? line;
    ensure(state === 'running', say.notRunning({ name: container.name, state, code }), halted);
    return container;
  },
});

export const secondName = check({
  id: 'second-name',
  points: 2,
  needs: { second },
  title: { ko: '그 컨테이너의 이름이 `node-run3` 이다', en: 'That container is called `node-run3`' },
  run({ needs: { second }, timeline }) {
    const line = createLine(timeline, second);
    ensure(second.name === name, say.otherContainerName({ found: second.name, wanted: name }), line);
  },
});

export const published = check({
  id: 'port-published',
  points: 5,
  needs: { second },
  title: { ko: '6060 포트를 6063 포트로 공개했다', en: 'Port 6060 is published as 6063' },
  run({ needs: { second }, timeline }) {
    const ports = publishedPorts(second);
    const found = ports.join(', ') || '-';
    ensure(ports.includes('6063:6060'), say.notPublished({ found }), createLine(timeline, second));
    return second;
  },
});

export const answers = check({
  id: 'http-answer',
  points: 4,
  needs: { published },
  title: {
    ko: '`curl localhost:6063` 에 `HostName:` 으로 답한다',
    en: '`curl localhost:6063` answers with `HostName:`',
  },
  async run({ docker, evidence, needs: { published } }) {
    const answer = (await docker.http(6063, '/', { timeoutMs: 3000 })) ?? reject(say.noAnswer());
    evidence.note('curl localhost:6063', answer.body);
    const found = answer.body.trim().slice(0, 120);
    const { hostname: expected } = published;
    ensure(found === `HostName: ${expected}`, say.otherAnswer({ found, expected }));
  },
});

export const logs = check({
  id: 'new-log-lines',
  points: 4,
  needs: { published },
  title: {
    ko: '요청이 오면 `node-run3` 로그에 새 줄이 남는다',
    en: 'A request leaves the new lines in the logs of `node-run3`',
  },
  async run({ docker, needs: { published } }) {
    const request = () => docker.http(6063, '/', { timeoutMs: 3000 });
    const [text] = await notLoggedBy(docker, published.id, texts, request);
    if (text !== undefined) reject(say.noNewLog({ text }));
  },
});

/** What a fresh container of an image logs of these texts when a request comes. */
async function loggedByFresh(docker: Daemon, image: string, wanted: readonly string[]): Promise<string[]> {
  const made = await docker.run({ image, ports: { '6060/tcp': 0 } });
  const container = made.container && (await settledContainer(docker, made.container.id));
  const port = container?.ports[0]?.hostPort;
  if (!container || port === undefined) return [];
  await docker.http(port);
  const missing = await missingFromLog(docker, container.id, wanted, logMs);
  const log = await docker.logs(container.id);
  await docker.remove(container.id);
  return [...wanted.filter((text) => !missing.includes(text)), ...texts.filter((text) => log.includes(text))];
}

export const fresh = check({
  id: 'fresh-containers',
  points: 4,
  needs: { found, patched },
  adds: true,
  title: {
    ko: '새로 실행해도 새 이미지는 새 줄을, `noderun:1.0` 은 옛 줄을 남긴다',
    en: 'Fresh containers log the new lines, those of `noderun:1.0` the old ones',
  },
  async run({ docker, needs: { found } }) {
    const [now, before] = await Promise.all([
      loggedByFresh(docker, found.id, texts),
      loggedByFresh(docker, base, ['Your request arrived.']),
    ]);
    const silent = texts.find((text) => !now.includes(text));
    if (silent !== undefined) reject(say.freshSilent({ name: nameOf(found), text: silent }));
    const loud = texts.find((text) => before.includes(text));
    if (loud !== undefined) reject(say.freshBase({ text: loud }));
  },
});
