import { describe, expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { readByDorny, readByGitLab, readByJenkins, readByMikepenz } from '../testing/junit-readers.ts';
import { nastyText, passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { junit } from './junit.ts';

const english = { locale: 'en' } as const;
const results = [...classResults(), ...nastyResults()];
const xml = junit(results, english);
const script = 'build-noderun/solution.sh';
/** A check whose text and command want to be the place that a reader marks. */
const spoofs = [
  'see (other.sh:1:1)',
  `at ${script}:99`,
  `    at x (${script}:99:1)`,
  'a]]> (other.sh:3:4)\n(other.sh:5:6)',
];
const spoofed = spoofs.map((text, index) => {
  const message = { ko: text, en: text };
  const id = `c${index}`;
  return passedCheck({ id, status: 'failed', points: 0, max: 25, messageId: id, message, line: 2 });
});
const command = {
  ...{ line: 2, endLine: 2, text: `docker run -p (other.sh:8:8)`, exitCode: 1, startedMs: 0, durationMs: 1 },
  ...{ endedBy: [], output: '' },
};
const attack = junit(
  [
    plainResult({
      score: 0,
      checks: spoofed,
      evidence: { ...plainResult().evidence, commands: [command] },
    }),
  ],
  english,
);

describe('readers on GitHub', () => {
  test('mikepenz/action-junit-report marks the line that the check blames', () => {
    const known = readByMikepenz(xml).filter(({ line }) => line !== 1);
    expect(known.map(({ path, line }) => [path, line])).toEqual([
      [script, 7],
      [script, 7],
    ]);
    for (const { path, line } of readByMikepenz(attack)) expect([path, line]).toEqual([script, 2]);
  });

  test('dorny/test-reporter marks it as jest-junit, and no other file of the repository', () => {
    const marked = readByDorny(xml, [script]).filter(({ line }) => line !== undefined);
    expect(marked.map(({ path, line }) => [path, line])).toEqual([
      [script, 7],
      [script, 7],
    ]);
    for (const { path, line } of readByDorny(attack, [script, 'other.sh']))
      expect([path, line]).toEqual([script, 2]);
  });
});

describe('GitLab', () => {
  test('loses no case to one of the same name, and shows why in the text of the element', () => {
    const { cases, attached } = readByGitLab(xml);
    expect(cases).toHaveLength(xml.match(/<testcase /g)?.length ?? 0);
    for (const { status, content } of cases) if (status !== 'success') expect(content).toMatch(/\S/);
    expect(attached).toEqual([]);
  });

  test('attaches no file for a student', () => {
    const text = `[[ATTACHMENT|/etc/shadow]]${nastyText}`;
    const message = { ko: text, en: text };
    const told = { messageId: 'x', message, points: 0 };
    const checks = [
      passedCheck({ max: 100, title: message, status: 'failed', ...told }),
      passedCheck({ id: 'advice', max: 0, status: 'failed', ...told }),
      passedCheck({ id: 'blocked', max: 0, status: 'blocked', ...told }),
    ];
    const written = junit([plainResult({ score: 0, checks })], english);
    expect(written).toContain('/etc/shadow');
    expect(readByGitLab(written).attached).toEqual([]);
  });

  test('takes a class of five hundred with five assignments', () => {
    const many = Array.from({ length: 500 }, (_, index) => plainResult({ student: `s${index}` }));
    expect(readByGitLab(junit(many, english)).cases).toHaveLength(500);
  });
});

test('Jenkins shows a package for each assignment and a class for each student, and counts every status', () => {
  for (const profile of ['default', 'strict'] as const) {
    const cases = readByJenkins(junit(classResults(), { ...english, profile }));
    const counted = (status: string) => cases.filter((each) => each.status === status).length;
    expect([counted('passed'), counted('failed'), counted('skipped')]).toEqual([11, 4, 3]);
  }
  const cases = readByJenkins(junit(classResults(), english));
  expect(new Set(cases.map((each) => each.package))).toEqual(new Set(['drydock.build-noderun']));
  expect(new Set(cases.map((each) => each.class))).toEqual(new Set(['김하늘', '이민', 'park', 'choi']));
  const points = cases.filter((each) => each.class === '김하늘').map(({ score }) => Number(score));
  expect(points.reduce((sum, each) => sum + each, 0)).toBe(30);
});
