import type { CheckResult, Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { blamedCommand, rootCauses } from '../culprit.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { wording } from './wording.ts';

/** One test case of a JUnit report, cleaned and ready to write. */
export interface Case {
  name: string;
  file: string;
  durationMs: number;
  verdict: 'passed' | 'failure' | 'error' | 'skipped';
  /** One line, with the points; empty for a case that passed. */
  message: string;
  /** The grader's message id. */
  type: string;
  body: string;
  output: string;
  properties: Record<string, string>;
}

const verdicts = { passed: 'passed', failed: 'failure', blocked: 'skipped', error: 'error' } as const;

/** Readers keep whole texts in memory, and GitLab's refuses a text node of 10 MB. */
const bodyCharacters = 10_000;

/**
 * The cases of one result: one per check, after one that says why when the submission was not graded. Never an empty
 * list, and never one that a reader takes for a pass when nothing was executed.
 */
export function casesOf(result: Result, locale: Locale, file: string): Case[] {
  const checks = result.checks.map((check) => checkCase(result, check, locale, file));
  const executed = result.checks.some(({ status }) => status === 'passed' || status === 'failed');
  return result.outcome === 'graded' && executed ? checks : [outcomeCase(result, locale, file), ...checks];
}

function outcomeCase(result: Result, locale: Locale, file: string): Case {
  const { outcome, score, max, reason } = result;
  const told = reason?.message[locale] ?? wording.nothingExecuted[locale];
  const human = outcome === 'missing' || outcome === 'invalid';
  const points = human ? pointsText(score ?? 0, max) : wording.noScore[locale];
  return {
    name: wording.submission[locale],
    file,
    durationMs: 0,
    verdict: human ? 'failure' : 'error',
    message: `(${points}) ${plainLine(told)}`,
    type: reason?.code ?? outcome,
    body: [plainText(told).slice(0, bodyCharacters), human ? '' : wording.notYourFault[locale]]
      .filter(Boolean)
      .join('\n'),
    output: points,
    properties: {},
  };
}

function checkCase(result: Result, check: CheckResult, locale: Locale, file: string): Case {
  const points = check.points === null ? wording.noScore[locale] : pointsText(check.points, check.max);
  const told =
    check.status === 'blocked' ? blockedText(result, check, locale) : (check.message?.[locale] ?? '');
  const scored: Record<string, string> = check.points === null ? {} : { score: String(check.points) };
  return {
    name: plainLine(check.title[locale], 200) || check.id,
    file,
    durationMs: check.durationMs,
    verdict: verdicts[check.status],
    message: check.status === 'passed' ? '' : `(${points}) ${plainLine(told)}`,
    type: check.messageId ?? check.status,
    body: bodyOf(result, check, told, locale, file),
    output: check.status === 'blocked' ? `${points}\n${told}` : points,
    properties: { check: check.id, ...scored, max_score: String(check.max) },
  };
}

/** The message, the command it blames, and last a frame in the form that readers look for to find file and line. */
function bodyOf(result: Result, check: CheckResult, told: string, locale: Locale, file: string): string {
  const lines = [plainText(told).slice(0, bodyCharacters).toWellFormed()];
  const command = blamedCommand(result, check);
  if (command) lines.push(`${wording.line(command.line)[locale]}: ${plainLine(command.text)}`);
  if (check.line !== null) lines.push(`    at rubric (${file}:${check.line}:1)`);
  return lines.join('\n');
}

function blockedText(result: Result, check: CheckResult, locale: Locale): string {
  const titles = rootCauses(result, check).map(({ title }) => plainLine(title[locale], 200));
  return titles.length > 0
    ? wording.fixFirst(titles.join(', '))[locale]
    : plainText(check.message?.[locale] ?? '');
}

function pointsText(points: number, max: number): string {
  return `${points}/${max} pts`;
}
