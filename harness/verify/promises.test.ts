import { describe, expect, it } from 'vitest';
import { check, defineGrader } from '../authoring/index.ts';
import { messageFaults, promiseFaults, statusesOf } from './promises.ts';

const title = { ko: '하나', en: 'one' };
const one = check({ id: 'one', points: 60, title, run: () => true });
const two = check({ id: 'two', points: 30, title, needs: { one }, run: () => true });
const three = check({ id: 'three', points: 10, title, needs: { two }, run: () => true });
const grader = defineGrader({ assignment: 'x', checks: [one, two, three] });

describe('promiseFaults', () => {
  const faults = (checks: Record<string, string>, score: number) =>
    promiseFaults({ checks, score }, grader, ['no']).map(({ en }) => en);

  it('accepts what can happen', () => {
    expect(faults({ two: 'no' }, 60)).toEqual([]);
    expect(faults({ one: 'no' }, 0)).toEqual([]);
    expect(faults({ one: 'daemonStopped' }, 0)).toEqual([]);
  });

  it('tells what cannot', () => {
    expect(faults({ one: 'no', two: 'no' }, 0)).toEqual(['two cannot fail: it is blocked by one']);
    expect(faults({ four: 'never' }, 60)).toEqual([
      'there is no check four',
      'there is no message never',
      'its score is 60, but the checks that pass are worth 100',
    ]);
  });
});

describe('statusesOf', () => {
  it('blocks what needs a failed check, over others, too', () => {
    expect(statusesOf(grader, { one: 'no' })).toEqual(['failed', 'blocked', 'blocked']);
    expect(statusesOf(grader, { three: 'no' })).toEqual(['passed', 'passed', 'failed']);
  });
});

describe('messageFaults', () => {
  it.each([
    [{ ko: '`{a}` 이미지가 없습니다. `docker images` 를 보세요.', en: 'No `{a}`: `docker images`.' }, []],
    [
      { ko: '`ls {a} -l` 을 입력하세요.', en: 'Type `ls {b} -l`.' },
      ['it names a in Korean, but b in English'],
    ],
    [{ ko: '없습니다.', en: '`ls`' }, ['it shows nothing to type or to write (ko)']],
    [{ ko: '`{a}` 값. `ls`', en: '`{a}` was found.' }, ['it shows nothing to type or to write (en)']],
    [{ ko: '`{a}`가 없습니다. `ls`', en: '`{a}`, `ls`' }, ['it has a Korean particle right after a value']],
    [{ ko: '`{a}` 를 보세요. `ls`', en: '`{a}`, `ls`' }, ['it has a Korean particle right after a value']],
  ])('of %j are %j', (template, faults) => {
    expect(messageFaults(template).map(({ en }) => en)).toEqual(faults);
  });
});
