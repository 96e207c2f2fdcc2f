import {
  annotations,
  canvasCsv,
  classroom,
  classroom50,
  ctrf,
  gradebookOf,
  gradesCsv,
  gradescope,
  type JUnitProfile,
  json,
  junit,
  markdown,
  moodleCsv,
  terminal,
} from '../../../reports/index.ts';
import type { Result, Student } from '../../result.ts';
import type { Locale } from '../../text.ts';
import type { Environment } from '../output.ts';
import { submissionOf } from './classroom50-submission.ts';

/** What a format may need besides the results. */
export interface FormatContext {
  locale: Locale;
  env: Environment;
  columns: number;
  color: boolean;
  roster?: readonly Student[] | undefined;
  bom: boolean;
  junitProfile: JUnitProfile;
  /** Canvas' numbers of assignments, by assignment. */
  canvasIds: Readonly<Record<string, string>>;
}

/** Results in, the text of one report out; undefined when a result without a score forbids it. */
export type Format = (results: readonly Result[], context: FormatContext) => string | undefined;

const book = (results: readonly Result[], { roster }: FormatContext) => gradebookOf(results, roster);

/** Every format that results can be written in, by the name that `--format` takes. */
export const formats = {
  json,
  junit: (results, { locale, junitProfile: profile }) => junit(results, { locale, profile }),
  ctrf: (results, { locale }) => ctrf(results, { locale }),
  markdown: (results, { locale }) => markdown(results, { locale, transcript: true }),
  annotations: (results, { locale }) => annotations(results, { locale }),
  classroom: (results, { locale }) => `${classroom(results, { locale })}\n`,
  classroom50: (results, { locale, env }) => classroom50(results, submissionOf(env), { locale }).result,
  gradescope: (results, { locale }) => gradescope(results, { locale }),
  grades: (results, context) => gradesCsv(book(results, context), context),
  canvas: (results, context) =>
    canvasCsv(book(results, context), { ...context, assignmentIds: context.canvasIds }),
  moodle: (results, context) => moodleCsv(book(results, context), context),
  terminal: (results, { locale, color: colour, columns }) => terminal(results, { locale, colour, columns }),
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** The names, in the order in which help lists them. */
export const formatNames = Object.keys(formats) as FormatName[];
