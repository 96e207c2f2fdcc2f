import type { Check, Grader } from '../authoring/index.ts';
import type { Expectation } from '../manifest/index.ts';
import { locales, placeholdersOf, type Text } from '../text.ts';

/** What is wrong with a mutant's promise in itself, before anything is graded; English, for authors. */
export function promiseFaults(
  { checks, score }: Pick<Expectation, 'checks' | 'score'>,
  grader: Grader,
  messageIds: readonly string[],
): string[] {
  const faults: string[] = [];
  for (const [id, messageId] of Object.entries(checks)) {
    const check = grader.checks.find((one) => one.id === id);
    const first = check && Object.values(check.needs).find((needed) => isLost(needed, checks));
    if (!check) faults.push(`there is no check ${id}`);
    if (first) faults.push(`${id} cannot fail: it is blocked by ${first.id}`);
    if (!messageIds.includes(messageId)) faults.push(`there is no message ${messageId}`);
  }
  const won = grader.checks.filter((check) => !isLost(check, checks));
  const sum = won.reduce((total, { points }) => total + points, 0);
  if (sum !== score) faults.push(`its score is ${score}, but the checks that pass are worth ${sum}`);
  return faults;
}

function isLost(check: Check<unknown>, failed: Readonly<Record<string, string>>): boolean {
  return check.id in failed || Object.values(check.needs).some((needed) => isLost(needed, failed));
}

/** A Korean particle whose form depends on the value before it; a noun between them keeps it right for every value. */
const loneParticle = /\{\w+\}`?\s?(은|는|이|가|을|를|과|와|으로|로)(?=[\s,.])/;

/** What is wrong with a message's template: it names the same values in both languages, and something to type. */
export function messageFaults(id: string, template: Text): string[] {
  const names = locales.map((locale) => placeholdersOf(template[locale]).sort().join(', '));
  return [
    ...(new Set(names).size > 1 ? [`${id} names ${names.join(' in Korean, but ')} in English`] : []),
    ...locales
      .filter((locale) => !/`[^`]+`/.test(template[locale]))
      .map((locale) => `${id} shows nothing to type or to look at (${locale})`),
    ...(loneParticle.test(template.ko) ? [`${id} has a Korean particle right after a value`] : []),
  ];
}
