import { check, defineGrader, ensure, nearestName, reject } from '#harness';
import { image, name, say } from './messages.ts';

export { say } from './messages.ts';

const created = check({
  id: 'container-there',
  points: 40,
  title: { ko: '컨테이너가 있다', en: 'A container is there' },
  async run({ docker, evidence }) {
    const all = await docker.containers();
    const names = all.map((one) => one.name);
    // A mistyped name costs the points for the name alone: the checks below judge what was meant.
    const meant = names.includes(name) ? name : nearestName(name, names);
    const found = all.find((one) => one.name === meant);
    evidence.note('docker ps -a', names);
    return found ?? reject(say.noContainer({ found: names.join(', ') || '-' }));
  },
});

const named = check({
  id: 'container-name',
  points: 10,
  needs: { created },
  title: { ko: '컨테이너의 이름이 `first-box` 이다', en: 'It is called `first-box`' },
  run: ({ needs: { created }, timeline }) =>
    ensure(
      created.name === name,
      say.otherName({ found: created.name }),
      timeline.lineOf(/docker.*(run|create|rename)/),
    ),
});

const based = check({
  id: 'container-image',
  points: 20,
  needs: { created },
  title: { ko: '`node:20-alpine3.17` 이미지로 만들었다', en: 'It was made from `node:20-alpine3.17`' },
  run: ({ needs: { created }, given }) =>
    ensure(created.imageId === given[image]?.id, say.otherImage({ found: created.imageRef })),
});

const running = check({
  id: 'container-running',
  points: 30,
  needs: { created },
  title: { ko: '실행 중이다', en: 'It runs' },
  run: ({ needs: { created }, timeline }) =>
    ensure(
      created.state === 'running',
      say.notRunning({ name: created.name, state: created.state, code: created.exitCode }),
      timeline.eventsOf({ action: 'die', actorId: created.id }).at(-1)?.line ?? null,
    ),
});

export default defineGrader({
  assignment: 'example-assignment',
  checks: [created, named, based, running],
});
