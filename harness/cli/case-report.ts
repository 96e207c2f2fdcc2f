import { stripVTControlCharacters } from 'node:util';
import type { Grader } from '../authoring/index.ts';
import type { CommandRecord, Result } from '../result.ts';
import type { Locale, Text } from '../text.ts';
import { gridMarks, type Tried } from '../verify/index.ts';

/**
 * One case as its author wants to see it when it does not behave: what was promised, what was typed and said, what
 * each check found, and what the checks noted. Terminal escapes of the transcript are left out.
 */
export function caseReport(
  { case: { name, expectation }, result }: Tried,
  grader: Grader,
  lang: Locale,
): string {
  const { commands, remarks, notes } = result.evidence;
  const promised = expectation
    ? [
        expectation.why,
        `${words.promised[lang]}: ${scored(expectation.score)}, ${Object.entries(expectation.checks)
          .map(([id, messageId]) => `${id} ${messageId}`)
          .join(', ')}`,
      ]
    : [];
  const title = ({ id }: { id: string }) => grader.checks.find((check) => check.id === id)?.title[lang] ?? id;
  const section = (heading: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `── ${heading[lang]} ──`, ...lines];
  return [
    `${name} (${result.outcome}, ${scored(result.score)})`,
    ...promised,
    ...section(
      words.typed,
      commands.flatMap((command) => typed(command, lang)),
    ),
    ...section(
      words.remarks,
      remarks.map(({ line, text }) => `${line ?? '-'}: ${text[lang]}`),
    ),
    ...section(
      words.found,
      result.checks.flatMap((check) => [
        `${gridMarks[check.status]} ${check.id} ${check.points ?? '!'}/${check.max}  ${title(check)}`,
        ...(check.message && check.status !== 'blocked'
          ? [
              `    ${check.messageId}${check.line === null ? '' : ` (${words.line(check.line)[lang]})`}: ${check.message[lang]}`,
            ]
          : []),
      ]),
    ),
    ...section(words.reason, reasonOf(result, lang)),
    ...section(
      words.notes,
      notes.map(({ checkId, title, value }) => `${checkId}: ${title} = ${JSON.stringify(value)}`),
    ),
  ].join('\n');
}

const words = {
  promised: { ko: '약속', en: 'promised' },
  typed: { ko: '입력과 출력', en: 'typed, and said' },
  remarks: { ko: '샌드박스가 알린 것', en: 'what the sandbox remarked' },
  found: { ko: '검사', en: 'checks' },
  reason: { ko: '이유', en: 'why' },
  notes: { ko: '검사의 기록', en: 'notes of the checks' },
  line: (line: number): Text => ({ ko: `${line}번째 줄`, en: `line ${line}` }),
};

function scored(score: number | null): string {
  return score === null ? '!' : `${score}`;
}

function reasonOf({ reason }: Result, lang: Locale): string[] {
  return reason ? [`${reason.code}: ${reason.message[lang]}`] : [];
}

function typed({ line, text, exitCode, durationMs, endedBy, output }: CommandRecord, lang: Locale): string[] {
  const ended = endedBy.length > 0 ? `, ${endedBy.join(' ')}` : '';
  const said = plain(output).trimEnd();
  return [
    `${words.line(line)[lang]}: ${text}`,
    `    (${exitCode ?? '-'}, ${(durationMs / 1000).toFixed(1)} s${ended})`,
    ...(said === '' ? [] : said.split('\n').map((one) => `    ${one}`)),
  ];
}

/** A transcript that cannot move the reader's cursor; of a line that was drawn over, the last state. */
function plain(output: string): string {
  return stripVTControlCharacters(output)
    .replaceAll('\r\n', '\n')
    .replace(/[^\n]*\r(?!\n)/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
