import type { Assignment } from '../manifest/index.ts';
import type { CheckResult, Result } from '../result.ts';
import type { Text } from '../text.ts';
import type { Case } from './cases.ts';
import type { Fault } from './fault.ts';
import type { Tried } from './tried.ts';

/** What the author said of a case and what grading it gave, where the two differ. */
export function caseFaults({ case: tried, result }: Tried, assignment: Assignment): Fault[] {
  const { kind, name, expectation } = tried;
  const found = faultsOf(kind, expectation, result, assignment);
  const see = `drydock verify ${assignment.id} --case ${name}`;
  const next: Text = {
    ko: `\`${see}\` 로 입력과 출력을 보고, ${mend[kind].ko}`,
    en: `See what was typed and said with \`${see}\`, then ${mend[kind].en}`,
  };
  return found.map((text) => ({ subject: name, text, next }));
}

const mend: Record<Case['kind'], Text> = {
  solution: {
    ko: '검사나 모범 답안을 고치세요.',
    en: 'mend the check or the solution.',
  },
  variant: {
    ko: '이 방법도 인정하도록 검사를 고치세요.',
    en: 'let the check accept this way, too.',
  },
  mutant: {
    ko: '검사, 제출물, `expect.json` 중에서 틀린 것을 고치세요.',
    en: 'mend what is wrong: the check, the submission or `expect.json`.',
  },
  starter: {
    ko: '`assignment.json` 파일의 `expect.starter` 항목이나 검사를 고치세요.',
    en: 'mend `expect.starter` in `assignment.json`, or the check.',
  },
  empty: {
    ko: '`assignment.json` 파일의 `expect.empty` 항목을 고치세요.',
    en: 'mend `expect.empty` in `assignment.json`.',
  },
};

function faultsOf(
  kind: Case['kind'],
  expectation: Case['expectation'],
  result: Result,
  assignment: Assignment,
): Text[] {
  if (result.outcome === 'error') {
    const { ko = '-', en = '-' } = result.reason?.message ?? {};
    return [{ ko: `채점이 오류로 끝났습니다: ${ko}`, en: `it ended in an error: ${en}` }];
  }
  if (kind === 'empty') {
    const { outcome } = assignment.expect.empty;
    return result.outcome === outcome ? [] : [differs('outcome', result.outcome, outcome)];
  }
  const broken = result.checks.filter(({ status }) => status === 'error').map(brokenFault);
  if (kind === 'mutant' && expectation) return [...broken, ...mutantFaults(result, expectation)];
  const expected = kind === 'starter' ? assignment.expect.starter.score : assignment.points;
  if (result.score === expected) {
    if (kind === 'starter') return broken;
    return [...broken, ...mutantFaults(result, { checks: expectation?.checks ?? {}, score: expected })];
  }
  const { ko, en } = differs('score', result.score, expected);
  return [{ ko: `${ko}${failedList(result)}`, en: `${en}${failedList(result)}` }];
}

/** A check that breaks gives no score, and so is told above; advice that breaks costs nothing, and is told here. */
function brokenFault({ id, message }: CheckResult): Text {
  return {
    ko: `\`${id}\` 검사가 오류로 끝났습니다: ${message?.ko ?? '-'}`,
    en: `${id} ended in an error: ${message?.en ?? '-'}`,
  };
}

function mutantFaults(
  result: Result,
  { checks, score }: Pick<NonNullable<Case['expectation']>, 'checks' | 'score'>,
): Text[] {
  const faults: Text[] = [];
  const failed = new Map(
    result.checks.filter(({ status }) => status === 'failed').map(({ id, messageId }) => [id, messageId]),
  );
  for (const [id, messageId] of Object.entries(checks)) {
    const said = failed.get(id);
    if (!failed.has(id)) {
      const status = result.checks.find((check) => check.id === id)?.status ?? 'unknown';
      faults.push({
        ko: `\`${id}\` 검사가 실패하지 않습니다(상태: ${status}, 약속한 메시지: ${messageId})`,
        en: `${id} does not fail (it is ${status}), expected ${messageId}`,
      });
    } else if (said !== messageId) {
      faults.push({
        ko: `\`${id}\` 검사의 메시지: ${said}, 약속한 메시지: ${messageId}`,
        en: `${id} says ${said}, expected ${messageId}`,
      });
    }
  }
  for (const [id, messageId] of failed) {
    if (id in checks) continue;
    faults.push({
      ko: `\`expect.json\` 파일에 없는 \`${id}\` 검사가 ${messageId} 메시지로 실패합니다`,
      en: `${id} fails with ${messageId}, which expect.json does not list`,
    });
  }
  if (result.score !== score) faults.push(differs('score', result.score, score));
  return faults;
}

function differs(what: 'score' | 'outcome', found: string | number | null, expected: string | number): Text {
  const ko = what === 'score' ? '점수' : '결과';
  return { ko: `${ko}: ${found}, 약속: ${expected}`, en: `its ${what} is ${found}, expected ${expected}` };
}

function failedList(result: Result): string {
  const failed = result.checks.filter(({ status }) => status !== 'passed');
  return failed.length === 0 ? '' : `: ${failed.map(({ id, messageId }) => `${id} ${messageId}`).join(', ')}`;
}
