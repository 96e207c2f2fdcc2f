import type { Result } from '../result.ts';
import type { Case } from './cases.ts';

/** A case with what grading it gave. */
export interface Tried {
  case: Case;
  result: Result;
}

const marks = { passed: '·', failed: '✗', blocked: '–', error: '!' } as const;

/** Which mutant fails which check, as a Markdown table; the last row counts the mutants that fail each. */
export function matrix(tried: readonly Tried[]): string {
  const mutants = tried.filter(({ case: { kind } }) => kind === 'mutant');
  const checks =
    mutants.find(({ result }) => result.checks.length > 0)?.result.checks.map(({ id }) => id) ?? [];
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const killed = checks.map((id) => mutants.filter(({ result }) => statusOf(result, id) === 'failed').length);
  return [
    row(['mutant', ...checks, 'score']),
    row(['---', ...checks.map(() => ':-:'), '--:']),
    ...mutants.map(({ case: { name }, result }) =>
      row([
        name.replace('mutants/', ''),
        ...checks.map((id) => marks[statusOf(result, id)]),
        result.score ?? '!',
      ]),
    ),
    row(['failed by', ...killed, '']),
  ].join('\n');
}

function statusOf(result: Result, id: string): keyof typeof marks {
  return result.checks.find((check) => check.id === id)?.status ?? 'error';
}
