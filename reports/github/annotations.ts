import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { type Case, casesOf, changedFiles } from '../cases/index.ts';
import { plainLine } from '../plain-text.ts';
import { type ReportOptions, usualScriptPath } from '../report-options.ts';

/** GitHub shows ten of each kind and step, and drops the rest without a word; more than ten in all nobody reads. */
const most = 10;
/** A machine that failed fails everything alike: a few warnings tell it, and leave room for the student's lines. */
const mostWarnings = 3;

/**
 * Workflow commands that put failed checks on the student's own lines, one a line; empty when no failed check blames a
 * line. What could not be judged is a warning without a line: it is no fault of the student's. Advice is a notice, and
 * the first to be left out where there are more than ten of all.
 */
export function annotations(
  results: readonly Result[],
  { locale, scriptPath = usualScriptPath }: ReportOptions,
): string {
  const cases = results.flatMap((result) => casesOf(result, locale, plainLine(scriptPath(result))));
  const failed = cases.filter(({ verdict, line }) => verdict === 'failure' && line !== null);
  const advised = cases.filter(({ advice, message, line }) => advice && message !== '' && line !== null);
  const broken = cases.filter(({ verdict }) => verdict === 'error');
  const onLine = (kind: 'error' | 'notice', { file, line, name, message }: Case) =>
    command(kind, { file, line: String(line ?? 1), title: name }, message);
  const lines = [
    ...results.flatMap((result) => changedWarnings(result, locale)).slice(0, mostWarnings),
    ...broken.slice(0, mostWarnings).map(({ name, message }) => command('warning', { title: name }, message)),
    ...failed.map((each) => onLine('error', each)),
    ...advised.map((each) => onLine('notice', each)),
  ];
  return lines
    .slice(0, most)
    .map((line) => `${line}\n`)
    .join('');
}

function changedWarnings(result: Result, locale: Locale): string[] {
  const title = plainLine(result.assignment);
  return changedFiles(result, locale).map((text) => command('warning', { title }, text));
}

/** `::error file=…,line=…::message`, escaped as the runner unescapes it (actions/toolkit, `command.ts`). */
function command(
  kind: 'error' | 'warning' | 'notice',
  properties: Record<string, string>,
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${kind} ${written.join(',')}::${escapeData(plainLine(message, 2000))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
