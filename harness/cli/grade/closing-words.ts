import { relative } from 'node:path';
import { json, terminalClass } from '../../../reports/index.ts';
import type { Stop } from '../../bulk/index.ts';
import type { Stored } from '../../store/index.ts';
import type { Intake } from '../../submissions/index.ts';
import type { Text } from '../../text.ts';
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
      intake.unknown.map(({ path }) => relative(cwd, path)),
      gradeTexts.unknown,
    ),
    ...list(
      intake.troubles.map(({ source, reason }) => `${relative(cwd, source)}: ${reason.message[lang]}`),
      gradeTexts.troubles,
    ),
    ...list(
      stored.troubles.map(({ path }) => relative(cwd, path)),
      gradeTexts.unreadable,
    ),
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
