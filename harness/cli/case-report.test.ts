import { expect, test } from 'vitest';
import { check, defineGrader } from '../authoring/index.ts';
import type { Result } from '../result.ts';
import type { Tried } from '../verify/index.ts';
import { caseReport } from './case-report.ts';

const title = { ko: '빌드했다', en: 'It is built' };
const grader = defineGrader({
  assignment: 'x',
  checks: [check({ id: 'built', points: 10, title, run: () => true })],
});
const said = { ko: '없습니다', en: 'There is none' };
const command = {
  ...{ line: 3, endLine: 3, text: 'docker logs -f web', exitCode: 130, startedMs: 0, durationMs: 1200 },
  endedBy: ['Ctrl-C'],
  output: 'old\rnew\r\n\u001b[31mred\u001b[0m\u0007\r\n',
};
const tried = {
  case: {
    kind: 'mutant',
    name: 'mutants/slip',
    folder: '/nowhere',
    expectation: { why: 'A slip.', checks: { built: 'noImage' }, score: 0 },
  },
  result: {
    outcome: 'graded',
    reason: null,
    score: 0,
    checks: [
      {
        ...{ id: 'built', title, status: 'failed', points: 0, max: 10, messageId: 'noImage', message: said },
        ...{ line: 3, needs: [], durationMs: 1 },
      },
    ],
    evidence: {
      ...{ commands: [command], calls: [], events: [], hostCalls: [] },
      notes: [{ checkId: 'built', title: 'inspect', value: { a: 1 } }],
      remarks: [{ line: 3, text: { ko: '끝냈습니다', en: 'It was ended' } }],
    },
  } as unknown as Result,
} satisfies Tried;

test('tells what was promised, typed, remarked, found and noted', () => {
  expect(caseReport(tried, grader, 'en')).toBe(`mutants/slip (graded, 0)
A slip.
promised: 0, built noImage

── typed, and said ──
line 3: docker logs -f web
    (130, 1.2 s, Ctrl-C)
    new
    red

── what the sandbox remarked ──
3: It was ended

── checks ──
✗ built 0/10  It is built
    noImage (line 3): There is none

── notes of the checks ──
built: inspect = {"a":1}`);
});

test('speaks Korean, and leaves out what there is none of', () => {
  const { evidence, ...rest } = tried.result;
  const bare = { ...rest, evidence: { ...evidence, notes: [], remarks: [], commands: [] } };
  expect(caseReport({ ...tried, result: bare }, grader, 'ko')).toMatch(
    /^mutants\/slip \(graded, 0\)\nA slip\.\n약속: 0, built noImage\n\n── 검사 ──\n✗ built 0\/10 {2}빌드했다\n.*3번째 줄.*: 없습니다$/s,
  );
});
