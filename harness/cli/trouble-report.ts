import { styleText } from 'node:util';
import { causesOf, TroubleError } from '../errors.ts';
import { maskPasswords } from '../mask-passwords.ts';
import type { Locale, Text } from '../text.ts';

const unforeseen: Text = {
  ko: 'drydock 자체의 오류입니다. `drydock doctor` 로 환경을 확인하고, 되풀이되면 아래 내용을 담당자에게 알려 주세요.',
  en: 'This is a fault of drydock itself. Check the machine with `drydock doctor`; if it repeats, report what follows.',
};

/** An error as an operator reads it: what happened, what to do next, and below it the causes in the words they came in. */
export function troubleReport(
  thrown: unknown,
  { locale, color }: { locale: Locale; color: boolean },
): string {
  const paint = (style: 'red' | 'dim', text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  if (!(thrown instanceof TroubleError)) {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return `${paint('red', '✗')} ${unforeseen[locale]}\n${paint('dim', maskPasswords(detail))}\n`;
  }
  const lines = [`${paint('red', '✗')} ${thrown.text[locale]}`];
  for (const line of thrown.hint[locale].split('\n')) if (line) lines.push(`  → ${line}`);
  const causes = thrown.cause === undefined ? '' : causesOf(thrown.cause);
  if (causes && !thrown.text[locale].includes(causes))
    lines.push(paint('dim', `  ${thrown.code}: ${causes}`));
  return `${maskPasswords(lines.join('\n'))}\n`;
}
