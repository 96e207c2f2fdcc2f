import { isAbsolute, relative } from 'node:path';
import { assignmentsOf, differingPoints, json, terminalClass } from '../../../reports/index.ts';
import type { Stop } from '../../bulk/index.ts';
import type { Stored } from '../../store/index.ts';
import type { Intake, LeftOut } from '../../submissions/index.ts';
import type { Locale, Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import { plainLine } from '../progress.ts';
import type { Written } from './class-files.ts';
import type { GradeOptions } from './grade-options.ts';
import { gradeTexts } from './grade-texts.ts';

const listed = 10;

/** Says how the class did, what needs the operator, and where everything lies; with `--json` the results alone. */
export async function closingWords(
  { out, err, cwd }: CommandContext,
  run: {
    graded: number;
    unchanged: number;
    stop: Stop | undefined;
    stored: Stored;
    files: readonly Written[];
    intake: Intake;
    folder: string;
  },
  { lang, quiet, json: asJson }: GradeOptions,
): Promise<void> {
  const { graded, unchanged, stop, stored, files, intake, folder } = run;
  const { results } = stored;
  if (asJson) await out.write(json(results));
  else
    await out.write(`\n${terminalClass(results, { locale: lang, columns: out.columns, colour: out.color })}`);
  const errors = results.filter(({ outcome }) => outcome === 'error').length;
  const texts: Text[] = [
    ...(stop ? [gradeTexts.stopped[stop]] : []),
    ...list(
      intake.absent.map(({ username, identifier, name }) => `${username || identifier} ${name}`.trim()),
      gradeTexts.absent,
    ),
    ...list(
      intake.unknown.map(({ path }) => seenFrom(cwd, path)),
      gradeTexts.unknown,
    ),
    ...list(
      intake.troubles.map(({ source, reason }) => `${seenFrom(cwd, source)}: ${reason.message[lang]}`),
      gradeTexts.troubles,
    ),
    ...list(
      leftOutOf(intake).map(([source, left]) => `${seenFrom(cwd, source)}: ${someOf(left, lang)}`),
      gradeTexts.leftOut,
    ),
    ...list(
      stored.troubles.map(({ path }) => relative(cwd, path)),
      gradeTexts.unreadable,
    ),
    ...differingPoints(assignmentsOf(results)),
    gradeTexts.summary(graded, unchanged),
    ...(errors > 0 || stop ? [gradeTexts.again] : []),
  ];
  // What has to be mended is said even to those who asked for silence.
  const lines = quiet && !stop && errors === 0 ? [] : texts.map((text) => text[lang]);
  const places =
    quiet || asJson ? [] : files.map(({ what, path }) => `${what.padEnd(9)} ${relative(cwd, path) || path}`);
  if (lines.length + places.length > 0)
    await err.write(
      `\n${[...lines, ...places, ...(places.length > 0 ? [`results   ${relative(cwd, folder) || '.'}`] : [])].join('\n')}\n`,
    );
}

function list(names: readonly string[], title: (count: number) => Text): Text[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, listed).map((name) => `  ${plainLine(name)}`);
  const more = names.length > listed ? ['  …'] : [];
  const below = [...shown, ...more].join('\n');
  const { ko, en } = title(names.length);
  return [{ ko: `${ko}\n${below}`, en: `${en}\n${below}` }];
}

/** What was left out, once for each thing that was handed in, however many submissions are in it. */
function leftOutOf({ submissions }: Intake): [source: string, LeftOut[]][] {
  const left = submissions.filter(({ leftOut = [] }) => leftOut.length > 0);
  return [...Map.groupBy(left, ({ source }) => source)].map(([source, own]) => [
    source,
    [...new Map(own.flatMap(({ leftOut = [] }) => leftOut).map((each) => [each.path, each])).values()],
  ]);
}

function someOf(left: readonly LeftOut[], lang: Locale): string {
  const some = left.slice(0, 3).map(({ path, why }) => `\`${path}\` (${gradeTexts.leftOutWhy[why][lang]})`);
  return [...some, ...(left.length > some.length ? ['…'] : [])].join(', ');
}

/** A path from where the command was typed; an address as it is. */
function seenFrom(cwd: string, source: string): string {
  return isAbsolute(source) ? relative(cwd, source) || '.' : source;
}
