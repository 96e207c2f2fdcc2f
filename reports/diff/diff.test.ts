import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../harness/result.ts';
import { passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { twoGradings } from '../testing/two-gradings.ts';
import { diffOf } from './diff.ts';
import { sectionsOf } from './sections.ts';

const { before, after } = twoGradings();
const diff = diffOf(before, after);
const of = (student: string) => diff.changes.find((change) => change.student === student);
const only = (one: Partial<Result>, other: Partial<Result>) =>
  diffOf([plainResult(one)], [plainResult(other)]).changes;

describe('diffOf', () => {
  test.each([
    ['김하늘', 'lowered', -70, ['grader']],
    ['flaky', 'lowered', -70, ['unexplained']],
    ['handed-in-again', 'raised', 70, ['submission', 'grader']],
    ['handed-in-late', 'raised', 100, ['submission']],
    ['outage', 'lost', null, ['machine']],
    ['mended', 'regained', null, ['machine', 'submission']],
    ['late', 'lowered', -20, ['adjustments']],
    ['reworded', 'level', 0, ['grader']],
    ['gone', 'removed', null, ['absent']],
    ['new', 'added', null, ['absent']],
  ] as const)('%s is %s by %s, because of %j', (student, movement, delta, causes) => {
    const change = of(student);
    expect({ ...change, causes: change?.causes.map(({ kind }) => kind) }).toMatchObject({
      movement,
      delta,
      causes,
    });
  });

  test('counts what is unchanged, and says of how many of those nobody knows', () => {
    expect(of('same')).toBeUndefined();
    expect(diff).toMatchObject({ unchanged: 2, unscored: 1 });
  });

  test('names the checks that moved, and who gained and lost them', () => {
    expect(of('김하늘')?.checks.map(({ id, after: side }) => [id, side?.status])).toEqual([
      ['expose', 'failed'],
      ['running', 'failed'],
      ['http', 'blocked'],
      ['hostname', 'blocked'],
      ['stops', 'blocked'],
    ]);
    expect(of('reworded')?.checks).toMatchObject([
      { id: 'expose', before: { messageId: 'expose' }, after: { messageId: 'exposesAnother' } },
    ]);
    expect(diff.checks[0]).toMatchObject({ id: 'expose', gained: 1, lost: 2, reworded: 1 });
  });

  test('checks of a submission that did not run are no losses', () => {
    for (const student of ['outage', 'mended', 'handed-in-late']) expect(of(student)?.checks).toEqual([]);
  });

  test('checks that came and went are told', () => {
    const checks = [passedCheck({ id: 'new' })];
    const [change] = only({}, { checks, graderVersion: '2' });
    expect(change?.checks.map(({ id, before: was, after: is }) => [id, was?.status, is?.status])).toEqual([
      ['new', undefined, 'passed'],
      ['image-built', 'passed', undefined],
    ]);
  });

  test('another image or engine explains a verdict, and an engine nobody knows explains nothing', () => {
    const kinds = (changed: Partial<Result>) =>
      only({ score: 0 }, changed)[0]?.causes.map(({ kind }) => kind);
    expect(kinds({ images: { 'node:20-alpine3.17': 'sha256:b' } })).toEqual(['images']);
    expect(kinds({ engineVersion: '28.0.0' })).toEqual(['engine']);
    expect(kinds({ engineVersion: null })).toEqual(['unexplained']);
    expect(kinds({ images: {} })).toEqual(['unexplained']);
  });

  test('an adjustment does not explain a verdict that moved as well', () => {
    const reason = { ko: '강사', en: 'instructor' };
    const adjustments = [{ kind: 'override', from: 0, to: 100, reason } as const];
    expect(only({ score: 100 }, { score: 100, adjustments })[0]?.causes.map(({ kind }) => kind)).toEqual([
      'unexplained',
      'adjustments',
    ]);
    expect(only({ score: 0 }, { score: 100, adjustments })[0]?.causes.map(({ kind }) => kind)).toEqual([
      'adjustments',
    ]);
  });

  test('another grader that says the same is no change', () => {
    expect(only({}, { graderVersion: '2', startedAt: '2027-01-01T00:00:00.000Z' })).toEqual([]);
  });

  test('the wording of a message may hold what is drawn at random: it is not compared', () => {
    const failed = (said: string) =>
      passedCheck({ status: 'failed', points: 0, messageId: 'x', message: { ko: said, en: said } });
    expect(only({ checks: [failed('token 1')] }, { checks: [failed('token 2')] })).toEqual([]);
  });
});

test('every change is in one section; flips without a reason come first, apart from all others', () => {
  const sections = sectionsOf(diff.changes);
  expect(sections.map(({ name }) => name)).toEqual([
    ...['unexplained', 'machine', 'grader', 'submission', 'adjustments', 'absent'],
  ]);
  expect(sections[0]?.changes.map(({ student }) => student)).toEqual(['flaky']);
  expect(sections.flatMap(({ changes }) => changes)).toHaveLength(diff.changes.length);
});

const anyResult = fc
  .record({
    base: fc.constantFrom(...nastyResults(), ...before, ...after),
    student: fc.constantFrom('a', 'b', 'c', 'd'),
    assignment: fc.constantFrom('one', 'two'),
    graderVersion: fc.constantFrom('1', '2'),
    engineVersion: fc.constantFrom('26', '28', null),
  })
  .map(({ base, ...more }): Result => ({ ...base, ...more }));
const grading = fc.uniqueArray(anyResult, {
  selector: ({ student, assignment }) => `${student}/${assignment}`,
  maxLength: 8,
});

describe('whatever was graded', () => {
  test('a grading does not differ from itself', () => {
    fc.assert(
      fc.property(grading, (results) => {
        const { changes, unchanged } = diffOf(results, structuredClone(results).reverse());
        expect({ changes, unchanged }).toEqual({ changes: [], unchanged: results.length });
      }),
    );
  });

  test('the other way round, rises are falls, gains are losses, and the rest stays', () => {
    fc.assert(
      fc.property(grading, grading, (one, two) => {
        const [there, back] = [diffOf(one, two), diffOf(two, one)];
        const { raised, lowered, level, lost, regained, added, removed } = there.movements;
        expect(back.movements).toEqual({
          ...{ raised: lowered, lowered: raised, level },
          ...{ lost: regained, regained: lost, added: removed, removed: added },
        });
        expect(back.unchanged).toBe(there.unchanged);
        const kinds = (diff: typeof there) =>
          diff.changes.map(({ student, causes }) => [student, causes.map(({ kind }) => kind)]);
        expect(kinds(back)).toEqual(kinds(there));
        const sum = (diff: typeof there, which: 'gained' | 'lost') =>
          diff.checks.reduce((total, tally) => total + tally[which], 0);
        expect(sum(back, 'gained')).toBe(sum(there, 'lost'));
      }),
    );
  });

  test('every pair is either a change or unchanged, and no outage has a difference in points', () => {
    fc.assert(
      fc.property(grading, grading, (one, two) => {
        const { changes, unchanged } = diffOf(one, two);
        const pairs = new Set([...one, ...two].map(({ student, assignment }) => `${student}/${assignment}`));
        expect(changes.length + unchanged).toBe(pairs.size);
        for (const { before: was, after: is, delta, causes } of changes) {
          expect(causes).not.toEqual([]);
          if (was?.score === null || is?.score === null) expect(delta).toBeNull();
        }
      }),
    );
  });
});
