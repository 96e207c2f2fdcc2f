import { check, defineGrader, ensure, reject, settledContainer, soughtContainer } from '#harness';
import { image, name, say } from './messages.ts';

export { say } from './messages.ts';

const created = check({
  id: 'container-there',
  points: 40,
  title: { ko: '컨테이너가 있다', en: 'A container is there' },
  async run({ docker, evidence }) {
    // A mistyped name costs the points for the name alone: the checks below judge what was meant.
    const { exact, near, names } = await soughtContainer(docker, name);
    evidence.note('docker ps -a', names);
    return exact ?? near?.thing ?? reject(say.noContainer({ found: names.join(', ') || '-' }));
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
  async run({ docker, needs, timeline }) {
    // Just after `docker run -d` a container that crashes at its start still runs.
    const now = (await settledContainer(docker, needs.created.id)) ?? needs.created;
    ensure(
      now.state === 'running',
      say.notRunning({ name: now.name, state: now.state, code: now.exitCode }),
      timeline.eventsOf({ action: 'die', actorId: now.id }).at(-1)?.line ?? null,
    );
    return now;
  },
});

export default defineGrader({
  assignment: 'example-assignment',
  checks: [created, named, based, running],
});
