import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, defineGrader, type Grader, graderFaults, messageTemplates } from '../authoring/index.ts';
import { discoverAssignments, loadExpectation } from '../manifest/index.ts';
import { messageFaults, promiseFaults } from './promises.ts';

const root = join(import.meta.dirname, '..', '..');

describe.each(await discoverAssignments(join(root, 'assignments')))(
  'the promises of $id',
  async (assignment) => {
    const folder = join(root, 'graders', assignment.id);
    const loaded = (await import(pathToFileURL(join(folder, 'grader.ts')).href)) as {
      default: Grader;
      say: object;
    };
    const templates = messageTemplates(loaded.say);
    const names = await readdir(join(folder, 'mutants'));
    const mutants = await Promise.all(
      names.map(async (name) => ({ name, ...(await loadExpectation(join(folder, 'mutants', name))) })),
    );

    it('fit a sound grader', () => {
      expect(graderFaults(loaded.default, assignment.points)).toEqual([]);
      expect(loaded.default.checks.length).toBeGreaterThanOrEqual(8);
    });

    it.each(mutants)('are possible: $name', async ({ name, checks, score }) => {
      expect(promiseFaults({ checks, score }, loaded.default, Object.keys(templates))).toEqual([]);
      const own = (await readdir(join(folder, 'mutants', name))).filter((file) => file !== 'expect.json');
      expect(own).not.toEqual([]);
      for (const file of own) {
        const solution = await readFile(join(folder, 'solution', file), 'utf8').catch(() => undefined);
        expect(await readFile(join(folder, 'mutants', name, file), 'utf8')).not.toBe(solution);
      }
    });

    it('cover every check and every message, and name each mistake once', () => {
      const promised = mutants.flatMap(({ checks }) => Object.entries(checks));
      expect(new Set(promised.map(([id]) => id))).toEqual(new Set(loaded.default.checks.map(({ id }) => id)));
      expect(new Set(promised.map(([, messageId]) => messageId))).toEqual(new Set(Object.keys(templates)));
      expect(new Set(mutants.map(({ why }) => why)).size).toBe(mutants.length);
    });

    it.each(Object.entries(templates))('are told in both languages, with a next step: %s', (id, template) => {
      expect(messageFaults(id, template)).toEqual([]);
    });
  },
);

describe('promiseFaults', () => {
  const title = { ko: '하나', en: 'one' };
  const one = check({ id: 'one', points: 60, title, run: () => true });
  const two = check({ id: 'two', points: 40, title, needs: { one }, run: () => true });
  const grader = defineGrader({ assignment: 'x', checks: [one, two] });

  it('accepts what can happen', () => {
    expect(promiseFaults({ checks: { two: 'no' }, score: 60 }, grader, ['no'])).toEqual([]);
    expect(promiseFaults({ checks: { one: 'no' }, score: 0 }, grader, ['no'])).toEqual([]);
  });

  it('tells what cannot', () => {
    expect(promiseFaults({ checks: { one: 'no', two: 'no' }, score: 0 }, grader, ['no'])).toEqual([
      'two cannot fail: it is blocked by one',
    ]);
    expect(promiseFaults({ checks: { three: 'never' }, score: 60 }, grader, ['no'])).toEqual([
      'there is no check three',
      'there is no message never',
      'its score is 60, but the checks that pass are worth 100',
    ]);
  });
});

describe('messageFaults', () => {
  it.each([
    [{ ko: '`{a}` 이미지가 없습니다.', en: 'There is no `{a}`.' }, []],
    [{ ko: '`{a}` 이미지', en: '`{b}`' }, ['x names a in Korean, but b in English']],
    [{ ko: '없습니다.', en: '`ls`' }, ['x shows nothing to type or to look at (ko)']],
    [{ ko: '`{a}`가 없습니다.', en: '`{a}`' }, ['x has a Korean particle right after a value']],
    [{ ko: '`{a}` 를 보세요.', en: '`{a}`' }, ['x has a Korean particle right after a value']],
  ])('of %j are %j', (template, faults) => {
    expect(messageFaults('x', template)).toEqual(faults);
  });
});
