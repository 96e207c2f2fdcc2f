import { describe, expect, it } from 'vitest';
import { essentials, type Question } from './essentials.ts';

const missing = (question: Question, text: string) =>
  essentials[question].filter(({ pattern }) => !pattern.test(text)).length;

describe('the essentials are found', () => {
  it.each([
    'It is 128 + 9. Somebody typed docker kill, docker stop waited in vain, or memory ran out.',
    'SIGKILL: by docker kill, after the grace period, or by the OOM killer.',
    'SIGKILL(9번)으로 끝난 것입니다. docker kill 명령, docker stop의 유예 시간 초과, 메모리 부족(OOM)이 모두 137입니다.',
    'SIGKILL로 끝난 것이다. docker stop/kill 때문일 수도, OOM 때문일 수도 있다.',
    'docker의 kill이 보낸 SIGKILL이거나, 유예 시간이 지났거나, memory 한도를 넘었거나.',
    '시그널 9를 받았다는 뜻일 뿐이다. kill 명령일 수도, stop 후 10초가 지나서일 수도, 메모리 부족일 수도 있다.',
  ])('of 137 in %j', (text) => expect(missing('why-137', text)).toBe(0));

  it.each([
    'docker stop sends SIGTERM. A PID 1 without a handler ignores it and ends with 137; one that handles it may exit with 0.',
    'stop은 SIGTERM을 보내지만 PID 1이 무시하면 10초 뒤 137로 끝나고, 직접 처리하면 0으로 끝날 수도 있습니다.',
    'PID가 1인 프로그램은 SIGTERM을 무시해서 137이 된다.',
    'The main process got SIGTERM, caught it in a handler and left with exit(0).',
    'SIGTERM을 메인 프로세스가 가로채 exit 0으로 끝낼 수 있다.',
    '15번 시그널을 1번 프로세스가 처리하지 않으면 무시되어 SIGKILL로 끝난다. 그래서 tini를 쓴다.',
  ])('of 143 in %j', (text) => expect(missing('why-not-143', text)).toBe(0));
});

it('nothing is found in words about something else', () => {
  expect(missing('why-137', 'The operating system ended the container.')).toBe(4);
  expect(missing('why-not-143', '컨테이너가 우아하게 종료됩니다.')).toBe(4);
  expect(missing('why-137', '')).toBe(4);
  expect(missing('why-137', 'docker had nothing to do with it: an OOM kill, SIGKILL, memory')).toBe(2);
  expect(missing('why-not-143', 'PID 143')).toBe(4);
});
