import type { CheckResult, Result } from '../../harness/result.ts';
import { classResults } from './class-results.ts';
import { nastyText } from './nasty-checks.ts';
import { plainResult } from './nasty-results.ts';

const other = `sha256:${'f'.repeat(64)}`;

/** Two gradings of one class in which every kind of change happens once, to students named after it. */
export function twoGradings(): { before: Result[]; after: Result[] } {
  const [half, missing, broken, full] = classResults() as [Result, Result, Result, Result];
  const pair = (student: string, before: Result, after: Result = before) => ({
    before: { ...before, student },
    after: { ...after, student },
  });
  const late = { kind: 'late', from: 100, to: 80, reason: { ko: '하루 늦음', en: 'one day late' } } as const;
  const pairs = [
    pair('same', full),
    pair('still-broken', broken),
    pair('김하늘', full, { ...half, graderVersion: '1.1.0' }),
    pair('flaky', full, half),
    pair('handed-in-again', half, { ...full, submissionHash: other, graderVersion: '1.1.0' }),
    pair('handed-in-late', missing, { ...full, submissionHash: other }),
    pair('outage', full, { ...broken, submissionHash: full.submissionHash }),
    pair('mended', broken, full),
    pair('late', full, { ...full, score: 80, adjustments: [late] }),
    pair('reworded', half, {
      ...half,
      graderVersion: '1.1.0',
      checks: half.checks.map((check) => (check.id === 'expose' ? reworded(check) : check)),
    }),
    pair(nastyText, half, { ...half, ...nastySide(half) }),
  ];
  return {
    before: [...pairs.map(({ before }) => before), plainResult({ student: 'gone' })],
    after: [...pairs.map(({ after }) => after), plainResult({ student: 'new', outcome: 'graded' })],
  };
}

function reworded(check: CheckResult): CheckResult {
  return { ...check, messageId: 'exposesAnother' };
}

function nastySide({ checks }: Result): Partial<Result> {
  const told = { ko: nastyText, en: nastyText };
  const changed = checks.map(
    (check): CheckResult => ({
      ...check,
      title: told,
      ...(check.status === 'passed'
        ? { status: 'failed', points: 0, messageId: nastyText, message: told }
        : {}),
    }),
  );
  return { score: 0, checks: changed, graderVersion: nastyText, images: { [nastyText]: nastyText } };
}
