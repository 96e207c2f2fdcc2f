import type { Check, Grader } from '../authoring/index.ts';
import type { Expectation } from '../manifest/index.ts';
import type { CheckStatus } from '../result.ts';
import { locales, placeholdersOf, type Text } from '../text.ts';

/** What the harness itself says of a check, whatever its grader: the daemon is down, or a limit took the engine down. */
const ofTheHarness = ['daemonStopped', 'daemonFailed', 'limit'];

/** What is wrong with a mutant's promise in itself, before anything is graded. */
export function promiseFaults(
  { checks, score }: Pick<Expectation, 'checks' | 'score'>,
  grader: Grader,
  messageIds: readonly string[],
): Text[] {
  const faults: Text[] = [];
  for (const [id, messageId] of Object.entries(checks)) {
    const check = grader.checks.find((one) => one.id === id);
    const first = check && Object.values(check.needs).find((needed) => isLost(needed, checks));
    if (!check) faults.push({ ko: `\`${id}\` 검사가 없습니다`, en: `there is no check ${id}` });
    if (first)
      faults.push({
        ko: `\`${id}\` 검사는 \`${first.id}\` 검사에 막혀서 실패할 수 없습니다`,
        en: `${id} cannot fail: it is blocked by ${first.id}`,
      });
    if (![...messageIds, ...ofTheHarness].includes(messageId))
      faults.push({ ko: `\`${messageId}\` 메시지가 없습니다`, en: `there is no message ${messageId}` });
  }
  const statuses = statusesOf(grader, checks);
  const won = grader.checks.filter((_check, index) => statuses[index] === 'passed');
  const sum = won.reduce((total, { points }) => total + points, 0);
  if (sum !== score)
    faults.push({
      ko: `점수가 ${score}점이라고 적혀 있지만, 통과하는 검사의 점수를 더하면 ${sum}점입니다`,
      en: `its score is ${score}, but the checks that pass are worth ${sum}`,
    });
  return faults;
}

/** What becomes of each check of a grader when these fail: a check that needs one of them is blocked. */
export function statusesOf({ checks }: Grader, failed: Readonly<Record<string, string>>): CheckStatus[] {
  return checks.map((check) =>
    check.id in failed ? 'failed' : isLost(check, failed) ? 'blocked' : 'passed',
  );
}

function isLost(check: Check<unknown>, failed: Readonly<Record<string, string>>): boolean {
  return check.id in failed || Object.values(check.needs).some((needed) => isLost(needed, failed));
}

/** A Korean particle whose form depends on the value before it; a noun between them keeps it right for every value. */
const loneParticle = /\{\w+\}`?\s?(은|는|이|가|을|를|과|와|으로|로)(?=[\s,.])/;
/** A `code` span that holds more than one value: a command, an option or an instruction to write. */
const somethingToType = /`(?!\{\w+\}`)[^`]+`/;

/** What is wrong with a message's template: it names the same values in both languages, and something to type. */
export function messageFaults(template: Text): Text[] {
  const names = locales.map((locale) => placeholdersOf(template[locale]).sort().join(', '));
  const [inKorean, inEnglish] = names;
  const faults: Text[] = [];
  if (inKorean !== inEnglish)
    faults.push({
      ko: `한국어 문장의 값은 ${inKorean || '-'}, 영어 문장의 값은 ${inEnglish || '-'} 입니다`,
      en: `it names ${inKorean || 'nothing'} in Korean, but ${inEnglish || 'nothing'} in English`,
    });
  for (const locale of locales) {
    if (somethingToType.test(template[locale])) continue;
    faults.push({
      ko: `입력하거나 고칠 것이 없습니다(${locale})`,
      en: `it shows nothing to type or to write (${locale})`,
    });
  }
  if (loneParticle.test(template.ko))
    faults.push({
      ko: '값 바로 뒤에 조사가 있습니다. 사이에 명사를 넣으세요',
      en: 'it has a Korean particle right after a value',
    });
  return faults;
}
