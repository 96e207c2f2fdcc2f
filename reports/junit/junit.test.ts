import { describe, expect, test } from 'vitest';
import { emptyEvidence } from '../../harness/result.ts';
import { classResults } from '../testing/class-results.ts';
import { nastyText, passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { propertiesOf, type ReadCase, readJUnit } from '../testing/read-junit.ts';
import { junit } from './junit.ts';

const english = { locale: 'en' } as const;
const nasty = junit(nastyResults(), english);
const suites = readJUnit(nasty).testsuite;
const cases = suites.flatMap(({ testcase }) => testcase);
const titled = (title: string): ReadCase => {
  const found = cases.find(({ name }) => name === title);
  if (!found) throw new TypeError(`no case is called ${title}`);
  return found;
};

test('looks as it was last looked at', async () => {
  await expect(junit(classResults(), { locale: 'ko' })).toMatchFileSnapshot('golden/class.ko.xml');
  await expect(junit(nastyResults(), english)).toMatchFileSnapshot('golden/nasty.en.xml');
});

describe('what every reader relies on', () => {
  test('flat suites with counts that are right, one per student and assignment', () => {
    expect(suites).toHaveLength(5);
    for (const suite of suites) {
      expect(suite).not.toHaveProperty('testsuite');
      const count = (kind: 'failure' | 'error' | 'skipped') =>
        String(suite.testcase.filter((each) => kind in each).length);
      expect(suite.tests).toBe(String(suite.testcase.length));
      expect([suite.failures, suite.errors, suite.skipped]).toEqual([
        count('failure'),
        count('error'),
        count('skipped'),
      ]);
      expect(Number(suite.tests)).toBeGreaterThan(0);
    }
  });

  test('names are unique, even for students who share one', () => {
    const twice = readJUnit(junit([...nastyResults(), plainResult(), plainResult()], english)).testsuite;
    const names = twice.flatMap(({ testcase }) =>
      testcase.map(({ classname, name }) => `${classname}\n${name}`),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(twice.map(({ name }) => name)).size).toBe(twice.length);
  });

  test('checks that share a title are told apart', () => {
    const checks = [passedCheck(), passedCheck({ id: 'again' })];
    const [suite] = readJUnit(junit([plainResult({ checks })], english)).testsuite;
    expect(suite?.testcase.map(({ name }) => name)).toEqual([
      'The `noderun:1.0` image is built',
      'The `noderun:1.0` image is built (2)',
    ]);
  });

  test('class name, file and time on every case; times with three decimals at most and no exponent', () => {
    for (const each of cases) {
      expect(each.classname).toMatch(/^drydock\.[^.]+\.[^.]+$/);
      expect(each.file).toMatch(/^(build-noderun|run-nginx)\/solution\.sh$/);
    }
    const times = [
      readJUnit(nasty).time,
      ...suites.map(({ time }) => time),
      ...cases.map(({ time }) => time),
    ];
    for (const time of times) expect(time).toMatch(/^\d+(\.\d{1,3})?$/);
    expect(suites[0]).toMatchObject({ time: '2.123', timestamp: '2026-03-02T09:00:00.000Z' });
  });

  test('no control character, escape sequence or lone surrogate is left', () => {
    expect(nasty).not.toMatch(/(?![\n\t])\p{Cc}/u);
    expect(nasty.isWellFormed()).toBe(true);
    expect(nasty).not.toContain('[31m');
  });

  test('an empty list of results is still a report', () => {
    expect(readJUnit(junit([], english))).toMatchObject({ name: 'drydock', time: '0' });
  });
});

describe('a failed check', () => {
  test('says why as attribute and as text, with points, the blamed command and a frame last', () => {
    const { failure } = titled('The `node-run` container is running');
    expect(failure?.message).toBe(
      '(0/30 pts) Container `node-run` is not running (state: exited). Look at `docker logs node-run`.',
    );
    expect(failure?.type).toBe('notRunning');
    const lines = failure?.['#text'].split('\n') ?? [];
    expect(lines[0]).toBe(
      'Container `node-run` is not running (state: exited). Look at `docker logs node-run`.',
    );
    expect(lines[1]).toMatch(/^line 7: 한글 "큰"/);
    expect(lines.at(-1)).toBe('    at rubric (build-noderun/solution.sh:7:1)');
  });

  test('has no frame when no line is known', () => {
    const found = cases.find(({ failure }) => failure?.type === 'nasty');
    expect(found?.failure?.['#text']).not.toContain('at rubric');
    expect(found?.failure?.['#text']).toContain(`]]> <skipped/> 빨강`);
  });

  test('carries its points as properties', () => {
    expect(propertiesOf(titled('The `node-run` container is running'))).toEqual({
      check: 'container-running',
      score: '0',
      max_score: '30',
    });
    expect(suites.map((suite) => propertiesOf(suite).score)).toEqual(['35', '0', '0', '', '100']);
    expect(propertiesOf(suites[0] ?? cases[0] ?? titled(''))).toMatchObject({
      outcome: 'graded',
      max_score: '100',
      stand_ins: 'node:20-alpine3.17',
    });
  });

  test('never grows beyond what readers keep', () => {
    const message = { ko: nastyText.repeat(10_000), en: nastyText.repeat(10_000) };
    const check = passedCheck({ status: 'failed', points: 0, messageId: 'long', message });
    expect(junit([plainResult({ checks: [check] })], english).length).toBeLessThan(20_000);
  });

  test('a student’s text is neither the place to mark nor a file to attach', () => {
    const text = 'see\n    at x (other.sh:1:1)\n[[ATTACHMENT|/etc/passwd]]';
    const check = passedCheck({ status: 'failed', points: 0, messageId: 'x', line: 2 });
    const advice = passedCheck({ id: 'i', max: 0, points: 0, status: 'failed', messageId: 'y' });
    const message = { ko: text, en: text };
    const checks = [
      { ...check, message },
      { ...advice, message },
    ];
    const [suite] = readJUnit(junit([plainResult({ checks })], english)).testsuite;
    const frames = suite?.testcase[0]?.failure?.['#text'].match(/\(\S+:\d+:\d+\)$/gm);
    expect(frames).toEqual(['(build-noderun/solution.sh:2:1)']);
    expect(suite?.testcase[1]?.['system-out']).toContain('|/etc/passwd');
    expect(suite?.testcase[1]?.['system-out']).not.toContain('[[ATTACHMENT');
  });

  test('points at the path that the caller gives', () => {
    const scriptPath = () => 'labs/1/commands.sh';
    expect(junit(nastyResults(), { ...english, scriptPath })).toContain('at rubric (labs/1/commands.sh:7:1)');
  });
});

describe('nothing executed is never a pass', () => {
  test('a blocked check is skipped, and names what to fix first, in any order of the text', () => {
    expect(titled('HTTP answers').skipped).toEqual({
      message: '(0/20 pts) Fix this first: The `node-run` container is running',
      '#text': '(0/20 pts) Fix this first: The `node-run` container is running',
    });
    expect(titled('It stops within 2 s').skipped?.message).toContain(
      '(0/10 pts) Fix this first: The `node-run`',
    );
  });

  test.each([
    [1, 'failure', 'NO_SUBMISSION', '(0/100 pts) '],
    [2, 'failure', 'NO_SCRIPT', '(0/100 pts) '],
    [3, 'error', 'ENGINE_START', '(no score) '],
  ] as const)('suite %d begins with a case that is a %s: %s', (index, kind, type, points) => {
    const [first] = suites[index]?.testcase ?? [];
    expect(first?.name).toBe('Submission');
    expect(first?.[kind]).toMatchObject({ type, message: expect.stringContaining(points) });
  });

  test('an error has no score anywhere, and blames nobody', () => {
    const errors = suites[3]?.testcase ?? [];
    expect(errors.map((each) => 'error' in each)).toEqual([true, true]);
    expect(errors[0]?.error?.['#text']).toContain('not the submission’s fault');
    for (const each of errors) expect(propertiesOf(each)).not.toHaveProperty('score');
  });

  test('graded without a check is an error', () => {
    const [suite] = readJUnit(
      junit([plainResult({ checks: [], evidence: emptyEvidence() })], english),
    ).testsuite;
    expect(suite).toMatchObject({ tests: '1', errors: '1' });
  });
});
