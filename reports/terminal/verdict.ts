import { isAdvice, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { isRescued, toldAdjustments } from '../adjustments/index.ts';
import { changedFiles } from '../cases/index.ts';
import { plainLine } from '../plain-text.ts';
import { checkListLines } from './check-lines.ts';
import { bar, box, rule, spread } from './layout.ts';
import { folded, guarded } from './log-groups.ts';
import { innerColumns, margin, type TerminalOptions } from './options.ts';
import { columnsOf, type Line, type Piece, piecesOf, printed } from './piece.ts';
import { terminalSummary } from './summary.ts';
import { wording } from './wording.ts';
import { cut, wrap } from './wrap.ts';

/** At most this many remarks of the replay are shown; all of them are in the JSON. */
const shownRemarks = 3;

/** The verdict on each result as a student reads it: every check, what to do about it, the score, the next step. */
export function terminal(results: readonly Result[], options: TerminalOptions): string {
  const blocks = results.map((result) => {
    const lines = [...header(result, options), ...body(result, options), ...footer(result, options)];
    return lines.map((line) => printed([{ text: margin, role: 'text' }, ...line], options.colour));
  });
  const texts = blocks.map((lines) => `\n${lines.join('\n')}\n`);
  const { groups } = options;
  if (groups === undefined) return texts.join('');
  if (results.length < 2) return guarded(texts.join(''), groups);
  // A fold hides what matters most, unless the heading says it: the lines of the table are the headings.
  const [, ...headings] = terminalSummary(results, options).trimEnd().split('\n');
  const foldedTexts = results.map((result, index) =>
    folded({ heading: headings[index] ?? '', block: texts[index] ?? '', result, index }, groups),
  );
  return `${foldedTexts.join('')}${guarded(`\n${terminalSummary(results, options)}`, groups)}`;
}

function header(result: Result, options: TerminalOptions): Line[] {
  const columns = innerColumns(options);
  const { boot, replay, checks } = result.phases;
  const spent = boot + replay + checks;
  const took = spent > 0 ? `  ${wording.seconds((spent / 1000).toFixed(1))[options.locale]}` : '';
  const right = cut([{ text: `${plainLine(result.student, 60)}${took}`, role: 'faint' }], 32);
  const title: Line = [
    { text: plainLine(result.assignmentTitle[options.locale], 200), role: 'strong' },
    { text: `  ${plainLine(result.assignment)}`, role: 'faint' },
  ];
  const room = columns - columnsOf(right) - 2;
  return [spread(cut(title, room), right, columns), rule(columns)];
}

function body(result: Result, options: TerminalOptions): Line[] {
  if (result.outcome === 'graded') return checkListLines(result, result.checks, options);
  // Where the machine broke, what was seen before may still help; where nothing ran, the rest only repeats it.
  const seen = result.checks.filter(({ status }) => result.outcome === 'error' && status !== 'blocked');
  return [...outcomeBox(result, options), ...checkListLines(result, seen, options)];
}

function outcomeBox({ outcome, reason, score, max }: Result, options: TerminalOptions): Line[] {
  const { locale, colour } = options;
  const columns = innerColumns(options);
  const failed = outcome === 'error';
  const told = [reason?.message[locale] ?? '', failed ? wording.notYourFault[locale] : '']
    .filter(Boolean)
    .join('\n');
  const title: Piece = { text: wording.outcome[outcome][locale], role: 'strong' };
  const remark = failed ? wording.noScore[locale] : `${score} / ${max}`;
  return box(title, remark, wrap(piecesOf(told, colour), columns - 4), columns, failed ? 'error' : 'failed');
}

function footer(result: Result, options: TerminalOptions): Line[] {
  const columns = innerColumns(options);
  const { locale, colour } = options;
  const lines: Line[] =
    result.outcome === 'graded'
      ? [
          ...(result.checks.length > 0 ? [rule(columns)] : []),
          ...adjustmentLines(result, options),
          scoreLine(result, columns),
        ]
      : [];
  const faint = (text: string) => lines.push(...wrap(piecesOf(text, colour, 'faint'), columns));
  lines.push([]);
  for (const changed of changedFiles(result, locale).slice(0, shownRemarks))
    lines.push(...wrap([{ text: '! ', role: 'error' }, ...piecesOf(changed, colour)], columns));
  if (result.score !== result.max) {
    const remarks = result.evidence.remarks.filter(({ code }) => code === undefined);
    for (const { line, text } of remarks.slice(0, shownRemarks)) {
      const where = line === null ? '' : `${wording.line(line)[locale]}: `;
      faint(`· ${where}${plainLine(text[locale])}`);
    }
  }
  if (result.standIns.length > 0) faint(`· ${wording.standIns(result.standIns.join(', '))[locale]}`);
  if ((lines.at(-1)?.length ?? 0) > 0) lines.push([]);
  return [...lines, ...nextLines(result, options)];
}

/** What made the score another than the checks add up to, and why. */
function adjustmentLines(result: Result, { locale, colour, ...page }: TerminalOptions): Line[] {
  const columns = innerColumns({ locale, colour, ...page });
  return toldAdjustments(result).flatMap(({ title, change, reason }) => [
    spread([{ text: `± ${title[locale]}`, role: 'strong' }], [{ text: change, role: 'strong' }], columns),
    ...wrap(piecesOf(plainLine(reason[locale], 500), colour), columns - 4).map(
      (line): Line => [{ text: '  │ ', role: 'faint' }, ...line],
    ),
  ]);
}

function scoreLine({ score, max }: Result, columns: number): Line {
  const points = ` ${score} / ${max}`;
  const share = max === 0 ? 0 : (score ?? 0) / max;
  const role = share === 1 ? 'passed' : share > 0 ? 'error' : 'failed';
  return [...bar(share, columns - points.length - 1, role), { text: ` ${points}`, role: 'strong' }];
}

/** What to do, and the command for it on a line of its own, so that it can be copied. */
function nextLines(result: Result, options: TerminalOptions): Line[] {
  const { locale, colour, program = 'drydock', repeat = '' } = options;
  const say = (text: Text) => wrap(piecesOf(text[locale], colour, 'strong'), innerColumns(options));
  const failed = result.checks.find((check) => check.status === 'failed' && !isAdvice(check));
  const overridden = result.adjustments?.at(-1)?.kind === 'override';
  if (isRescued(result) || (overridden && !failed)) return say(wording.overridden);
  if (result.outcome === 'graded' && !failed) {
    const advised = result.checks.some(({ status }) => status === 'failed');
    return say(advised ? wording.allDoneAdvised : wording.allDone);
  }
  const command: Line = [
    {
      text: `  ${program} check ${plainLine(result.assignment)}${repeat && ` ${plainLine(repeat)}`}`,
      role: 'code',
    },
  ];
  if (result.outcome === 'error') return [...say(wording.retry(program)), command];
  if (!failed || result.outcome !== 'graded') return [...say(wording.handIn), command];
  return [...say(wording.next(plainLine(failed.title[locale], 120))), command];
}
