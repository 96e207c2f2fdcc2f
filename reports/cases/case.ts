import { type CheckResult, isAdvice, type Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { isRescued, type ToldAdjustment, toldAdjustments } from '../adjustments/index.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { blamedCommand, rootCauses } from './culprit.ts';
import { wording } from './wording.ts';

/** What every machine reader knows in some spelling. A blocked check is skipped. */
export type Verdict = 'passed' | 'failure' | 'error' | 'skipped';

/** One line of a report that a machine reads: a check, or why there are none. Cleaned and ready to write. */
export interface Case {
  /** The check's id; `submissionId` for the case that says why nothing was graded. */
  id: string;
  name: string;
  /** Where the graded script lies, as the reader of the report knows it. */
  file: string;
  /** The line of that file to blame; null when none is known. */
  line: number | null;
  durationMs: number;
  verdict: Verdict;
  /** Null when there is no score: the machine or the grader failed. */
  points: number | null;
  max: number;
  /** The grader's message id. */
  type: string;
  /** It is worth nothing, and so always `passed`; its message says what could be better, if anything. */
  advice: boolean;
  /** It is no check: it says why the score is another than the checks add up to; of `max` 0, by how many points. */
  adjustment: boolean;
  /** One line; empty for a check that passed, unless it is advice. */
  message: string;
  /** The whole message, the command it blames, and last a frame in the form that readers look for. */
  body: string;
}

/** The id of the case that says why nothing was graded: no check may have it. */
export const submissionId = 'submission';

const verdicts = { passed: 'passed', failed: 'failure', blocked: 'skipped', error: 'error' } as const;

/** Readers keep whole texts in memory, and GitLab's refuses a text node of 10 MB. */
const bodyCharacters = 10_000;

/**
 * The cases of one result: one per check, after one that says why when the submission was not graded. Never an empty
 * list, and never one that a reader takes for a pass when nothing was executed. Their maxima add up to the result's,
 * and their points to its score: what adjusted it is a case of its own, which passes. A score that is a person's word
 * alone is one case, since no check was graded.
 * Advice passes, with or without something to say: a reader that counts failures must not count it. Advice that could
 * not be given has nothing to say, and is left out.
 */
export function casesOf(result: Result, locale: Locale, file: string): Case[] {
  if (isRescued(result)) return [rescuedCase(result, locale, file)];
  const adjustments = toldAdjustments(result).map((each) => adjustmentCase(each, locale, file));
  const told = result.checks.filter((check) => !isAdvice(check) || isExecuted(check));
  const checks = told.map((check) => checkCase(result, check, locale, file));
  const executed = told.some((check) => !isAdvice(check) && isExecuted(check));
  return result.outcome === 'graded' && executed
    ? [...checks, ...adjustments]
    : [outcomeCase(result, locale, file), ...checks, ...adjustments];
}

function isExecuted({ status }: CheckResult): boolean {
  return status === 'passed' || status === 'failed';
}

/** What a case is worth, as people write it: its points, what it adds or takes, or that it is advice. */
export function worthText({ advice, adjustment, points, max }: Case, locale: Locale): string {
  if (adjustment && max === 0) return `${signed(points ?? 0)} pts`;
  return advice ? wording.advice[locale] : pointsText(points, max, locale);
}

/** Points as people write them, `20/30 pts`, or that there is no score. */
function pointsText(points: number | null, max: number, locale: Locale): string {
  return points === null ? wording.noScore[locale] : `${points}/${max} pts`;
}

/** Points that were added or taken, with their sign. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

function adjustmentCase(each: ToldAdjustment, locale: Locale, file: string): Case {
  const told = `${each.change}: ${each.reason[locale]}`;
  return {
    ...{ id: 'adjustment', file, line: null, durationMs: 0, verdict: 'passed', max: 0, advice: false },
    name: each.title[locale],
    points: each.points,
    type: each.kind,
    adjustment: true,
    message: plainLine(told),
    body: plainText(told).slice(0, bodyCharacters),
  };
}

function rescuedCase(result: Result, locale: Locale, file: string): Case {
  const { score, max } = result;
  const lines = toldAdjustments(result).map(
    ({ title, change, reason }) => `${title[locale]}: ${change}: ${reason[locale]}`,
  );
  return {
    ...{
      id: submissionId,
      file,
      line: null,
      durationMs: 0,
      type: 'override',
      advice: false,
      adjustment: true,
    },
    name: wording.submission[locale],
    verdict: score === max ? 'passed' : 'failure',
    points: score,
    max,
    message: plainLine(lines.join(' ')),
    body: plainText(lines.join('\n')).slice(0, bodyCharacters),
  };
}

function outcomeCase(result: Result, locale: Locale, file: string): Case {
  const { outcome, score, max, reason, checks } = result;
  const told = reason?.message[locale] ?? wording.nothingExecuted[locale];
  const human = outcome === 'missing' || outcome === 'invalid';
  return {
    id: submissionId,
    name: wording.submission[locale],
    file,
    line: null,
    durationMs: 0,
    verdict: human ? 'failure' : 'error',
    points: human ? (score ?? 0) : null,
    // Where there are checks, they carry the points.
    max: checks.length === 0 ? max : 0,
    type: reason?.code ?? outcome,
    advice: false,
    adjustment: false,
    message: plainLine(told),
    body: [plainText(told).slice(0, bodyCharacters), human ? '' : wording.notYourFault[locale]]
      .filter(Boolean)
      .join('\n'),
  };
}

function checkCase(result: Result, check: CheckResult, locale: Locale, file: string): Case {
  const told =
    check.status === 'blocked' ? blockedText(result, check, locale) : (check.message?.[locale] ?? '');
  return {
    id: check.id,
    name: plainLine(check.title[locale], 200) || check.id,
    file,
    line: check.line,
    durationMs: check.durationMs,
    verdict: isAdvice(check) ? 'passed' : verdicts[check.status],
    points: check.points,
    max: check.max,
    type: check.messageId ?? check.status,
    advice: isAdvice(check),
    adjustment: false,
    message: check.status === 'passed' ? '' : plainLine(told),
    body: bodyOf(result, check, told, locale, file),
  };
}

function bodyOf(result: Result, check: CheckResult, told: string, locale: Locale, file: string): string {
  const lines = [withoutFrames(plainText(told).slice(0, bodyCharacters).toWellFormed())];
  const command = blamedCommand(result, check);
  if (command) lines.push(`${wording.line(command.line)[locale]}: ${withoutFrames(plainLine(command.text))}`);
  if (check.line !== null) lines.push(`    at rubric (${file}:${check.line}:1)`);
  return lines.join('\n');
}

/** Readers take the first line that ends in `(path:line:column)` for the place to mark: a student's must not be it. */
function withoutFrames(text: string): string {
  return text.replace(/:(?=\d+:\d+\)$)/gm, ':\u200b');
}

function blockedText(result: Result, check: CheckResult, locale: Locale): string {
  const titles = rootCauses(result, check).map(({ title }) => plainLine(title[locale], 200));
  return titles.length > 0
    ? wording.fixFirst(titles.join(', '))[locale]
    : plainText(check.message?.[locale] ?? '');
}
