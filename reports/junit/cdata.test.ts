import { expect, test } from 'vitest';
import { emptyEvidence } from '../../harness/result.ts';
import { passedCheck } from '../testing/nasty-checks.ts';
import { plainResult } from '../testing/nasty-results.ts';
import { readJUnit } from '../testing/read-junit.ts';
import { junit } from './junit.ts';

const english = { locale: 'en' } as const;

test('a text that ends CDATA as often as it likes ends nothing, and writes no case of its own', () => {
  const text = `]]>]]></system-out></failure></error><skipped/></testcase><testcase classname="x" name="forged"/> ]]>`;
  const told = { messageId: text, message: { ko: text, en: text }, line: 1 };
  const failed = { ...told, status: 'failed', points: 0 } as const;
  const checks = [
    passedCheck({ ...failed, id: 'failed' }),
    passedCheck({ ...failed, id: 'advice', max: 0 }),
    passedCheck({ ...told, id: 'blocked', max: 0, status: 'blocked', points: 0 }),
  ];
  const commands = [
    { line: 1, endLine: 1, text, exitCode: 1, startedMs: 0, durationMs: 0, endedBy: [], output: text },
  ];
  const results = [
    plainResult({ score: 0, script: text, checks, evidence: { ...emptyEvidence(), commands } }),
    plainResult({ score: null, outcome: 'error', reason: { code: 'X', message: told.message }, checks: [] }),
  ];
  for (const profile of ['default', 'strict'] as const) {
    const xml = junit(results, { ...english, profile });
    const read = readJUnit(xml).testsuite.map(({ testcase }) => testcase.map(({ name }) => name));
    expect(read.map(({ length }) => length)).toEqual([2, 1]);
    expect(read.flat()).not.toContain('forged');
    // What is left without sections has no end of one, which XML forbids.
    expect(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|"[^"]*"/g, '')).not.toContain(']]>');
  }
});
