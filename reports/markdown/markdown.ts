import type { CheckResult, Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { blamedCommand, type Case, casesOf, changedFiles, signed, type Verdict } from '../cases/index.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { type ReportOptions, usualScriptPath } from '../report-options.ts';
import { fenced, inlineMarkdown } from './escape.ts';
import { wording } from './wording.ts';

export interface MarkdownOptions extends ReportOptions {
  /** Bytes of UTF-8 that the page may take. GitHub refuses a step summary of more than 1 MiB. */
  maxBytes?: number;
  /** Whether to show what was typed and printed, folded away. */
  transcript?: boolean;
}

const marks: Record<Verdict, string> = { passed: '✅', failure: '❌', skipped: '⏭️', error: '⚠️' };
const summaryBytes = 900_000;
const transcriptCharacters = 20_000;

/**
 * The results as a page of GitHub's Markdown, such as a step summary or a release body: per result a table of the
 * checks, and what to do next. It begins at the third level of headings, as a guest on somebody's page should.
 */
export function markdown(
  results: readonly Result[],
  { locale, scriptPath = usualScriptPath, maxBytes = summaryBytes, transcript = false }: MarkdownOptions,
): string {
  const written: string[] = [];
  let bytes = 0;
  for (const [index, result] of results.entries()) {
    const whole = section(result, casesOf(result, locale, scriptPath(result)), locale, transcript);
    const fits = bytes + Buffer.byteLength(whole) <= maxBytes;
    const part = fits
      ? whole
      : [...headOf(result, locale), `_${wording.checksLeftOut[locale]}_`, ''].join('\n');
    bytes += Buffer.byteLength(part);
    if (bytes > maxBytes) {
      written.push(`_${wording.leftOut(results.length - index)[locale]}_\n`);
      break;
    }
    written.push(part);
  }
  return written.join('\n');
}

function section(result: Result, cases: readonly Case[], locale: Locale, transcript: boolean): string {
  const rows = cases.map(
    (each) => `| ${markOf(each)} | ${inlineMarkdown(each.name, 200)} | ${pointsCell(each, locale)} |`,
  );
  const todo = cases.filter(
    ({ adjustment, verdict }) => !adjustment && (verdict === 'failure' || verdict === 'error'),
  );
  const steps = todo.map((each) => step(result, each, locale));
  const advised = cases.filter(({ advice, message }) => advice && message !== '');
  const advice = advised.map((each) => step(result, each, locale));
  const adjusted = cases.filter(({ adjustment }) => adjustment).map((each) => step(result, each, locale));
  const standIns = result.standIns.map((image) => `\`${image}\``).join(', ');
  return [
    ...headOf(result, locale),
    `| | ${wording.check[locale]} | ${wording.points[locale]} |`,
    '|---|---|--:|',
    ...rows,
    ...(adjusted.length > 0 ? ['', `**${wording.adjusted[locale]}**`, '', ...adjusted] : []),
    ...(steps.length > 0 ? ['', `**${wording.next[locale]}**`, '', ...steps] : []),
    ...(advice.length > 0 ? ['', `**${wording.advice[locale]}**`, '', ...advice] : []),
    ...changedFiles(result, locale).map((text) => `\n> ⚠️ ${inlineMarkdown(text)}`),
    ...(standIns ? ['', inlineMarkdown(wording.standIns(standIns)[locale])] : []),
    ...(transcript && result.evidence.commands.length > 0 ? ['', transcriptOf(result, locale)] : []),
    '',
    gradedBy(result, locale),
    '',
  ].join('\n');
}

/** Whose it is, and the score: what a page too long for anything else still says of each. */
function headOf(result: Result, locale: Locale): string[] {
  return [
    `### ${inlineMarkdown(result.assignmentTitle[locale], 200)}: ${scoreText(result, locale)}`,
    '',
    `${inlineMarkdown(result.student, 100)} · <code>${inlineMarkdown(result.assignment, 100)}</code>`,
    '',
  ];
}

/** What was graded, by which grader and on what: enough to see whether two results are about the same. */
function gradedBy({ submissionHash, graderVersion, engineVersion, images }: Result, locale: Locale): string {
  const used = Object.entries(images).map(([reference, id]) => `${reference}@${id.slice(0, 19)}`);
  const facts = [
    ...(submissionHash === null ? [] : [[wording.submission, submissionHash] as const]),
    [wording.grader, graderVersion] as const,
    ...(engineVersion === null ? [] : [[wording.engine, engineVersion] as const]),
    ...(used.length === 0 ? [] : [[wording.images, used.join(' ')] as const]),
  ];
  const shown = facts.map(([name, value]) => `${name[locale]} ${inlineMarkdown(value, 1000)}`);
  return `<sub>${shown.join(' · ')}</sub>`;
}

function step(result: Result, each: Case, locale: Locale): string {
  const check: CheckResult | undefined = result.checks.find(({ id }) => id === each.id);
  const command = check && blamedCommand(result, check);
  // Cut before it becomes a `code` span: a span without its end would be none.
  const typed = command && plainLine(command.text, 160).replaceAll('`', "'");
  const blame = command ? ` (${wording.line(command.line)[locale]}: ${inlineMarkdown(`\`${typed}\``)})` : '';
  return `- ${markOf(each)} **${inlineMarkdown(each.name, 200)}**: ${inlineMarkdown(each.message, 1000)}${blame}`;
}

function transcriptOf({ evidence }: Result, locale: Locale): string {
  const text = plainText(evidence.commands.map(({ text, output }) => `$ ${text}\n${output}`).join('\n'));
  const shown =
    text.length > transcriptCharacters
      ? `${text.slice(0, transcriptCharacters).toWellFormed()}\n${wording.cut[locale]}`
      : text;
  return `<details><summary>${wording.transcript[locale]}</summary>\n\n${fenced(shown)}\n\n</details>`;
}

function markOf({ adjustment, advice, message, verdict }: Case): string {
  if (adjustment) return '✏️';
  return advice && message !== '' ? '💡' : marks[verdict];
}

function pointsCell({ adjustment, advice, points, max }: Case, locale: Locale): string {
  if (adjustment && max === 0) return signed(points ?? 0);
  if (advice) return '–';
  return points === null ? wording.noScore[locale] : `${points} / ${max}`;
}

function scoreText({ score, max }: Result, locale: Locale): string {
  return score === null ? wording.noScore[locale] : `${score} / ${max}`;
}
