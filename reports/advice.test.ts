import { describe, expect, it } from 'vitest';
import { type CheckResult, emptyEvidence } from '../harness/result.ts';
import {
  annotations,
  classroom,
  classroom50,
  ctrf,
  gradescope,
  junit,
  markdown,
  terminal,
  terminalSummary,
} from './index.ts';
import { passedCheck } from './testing/nasty-checks.ts';
import { plainResult } from './testing/nasty-results.ts';
import { readJUnit } from './testing/read-junit.ts';

const advice = (id: string, changed: Partial<CheckResult>) =>
  passedCheck({ id, title: { ko: `${id} 검사`, en: `check ${id}` }, max: 0, points: 0, ...changed });
const said = { ko: '`.env` 파일이 이미지에 있습니다.', en: 'The image holds `.env`.' };
const told = { messageId: 'leaked', message: said };
const checks = [
  passedCheck(),
  advice('kept', { status: 'passed' }),
  advice('leaks', { status: 'failed', line: 1, ...told }),
  advice('blocked', { status: 'blocked', needs: ['leaks'], ...told }),
  advice('broke', { status: 'error', points: null, ...told }),
];
const command = {
  ...{ line: 1, endLine: 1, text: 'docker build .', exitCode: 0, startedMs: 0, durationMs: 1 },
  ...{ endedBy: [], output: '' },
};
const result = plainResult({ checks, evidence: { ...emptyEvidence(), commands: [command] } });
const english = { locale: 'en' } as const;

describe('advice', () => {
  it('is no loss on the terminal: neither in the list, nor in the score, nor in what comes next', () => {
    const shown = terminal([result], { locale: 'en', colour: false, columns: 80 });
    expect(shown).toMatch(/i check leaks +advice\n {2,}│ The image holds `\.env`\.\n {2,}│ line 1: /);
    expect(shown).toMatch(/✓ check kept +advice/);
    expect(shown).not.toMatch(/✗|check blocked|check broke|0 \/ 0/);
    expect(shown).toContain('every check passed, and the advice above costs nothing');
    expect(terminalSummary([result], { locale: 'en', colour: false, columns: 80 })).toContain('✓ all passed');
    const korean = terminal([result], { locale: 'ko', colour: false, columns: 80 });
    expect(korean).toMatch(/i leaks 검사 +조언/);
    expect(korean).toContain('조언은 점수와 관계없습니다');
  });

  it('is never a failure in JUnit, and can be read in the output of its case', () => {
    for (const profile of ['default', 'strict'] as const) {
      const [suite] = readJUnit(junit([result], { ...english, profile })).testsuite;
      expect(suite).toMatchObject({ tests: '3', failures: '0', errors: '0', skipped: '0' });
      expect(junit([result], { ...english, profile })).toMatch(/advice\s+The image holds `\.env`\./);
    }
  });

  it('passes wherever a machine counts', () => {
    const { tests, summary } = JSON.parse(ctrf([result], english)).results;
    expect(summary).toMatchObject({ tests: 3, passed: 3, failed: 0, skipped: 0, other: 0 });
    expect(tests[2].message).toBe(said.en);
    const scope = JSON.parse(gradescope([result], english) ?? '');
    expect(scope.tests.map(({ status }: { status: string }) => status)).toEqual([
      'passed',
      'passed',
      'passed',
    ]);
    const room = JSON.parse(Buffer.from(classroom([result], english), 'base64').toString());
    expect(room).toMatchObject({ status: 'pass', max_score: 100 });
    const submission = {
      ...{ classroom: 'c', assignment: 'a', assignmentType: 'individual' as const, owner: 'o' },
      ...{ submission: 's', commit: 'c', release: 'r', review: 'r' },
    };
    expect(classroom50([result], submission, english).status).toBe('success');
  });

  it('is a notice on the line, and a part of its own on a page', () => {
    expect(annotations([result], english)).toMatch(/^::notice file=.*,line=1,title=check leaks::The image/);
    const page = markdown([result], english);
    expect(page).toContain('| 💡 | check leaks | – |');
    expect(page).toContain('**Advice (it costs nothing)**');
    expect(page).not.toContain('What to do next');
  });

  it('alone is no pass: nothing that counts was executed', () => {
    const empty = plainResult({ checks: checks.slice(1), max: 0, score: 0 });
    expect(readJUnit(junit([empty], english)).testsuite[0]).toMatchObject({ errors: '1' });
  });
});
