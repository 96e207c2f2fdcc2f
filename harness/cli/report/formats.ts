import {
  annotations,
  canvasCsv,
  classroom,
  classroom50,
  ctrf,
  gradebookOf,
  gradesCsv,
  gradescope,
  html,
  type JUnitProfile,
  json,
  junit,
  type LogGroups,
  markdown,
  moodleCsv,
  stepOutputs,
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
  groups?: LogGroups | undefined;
  roster?: readonly Student[] | undefined;
  bom: boolean;
  /** Where the graded script of a result lies, for formats that point at its lines. */
  scriptPath: (result: Result) => string;
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
  junit: (results, { junitProfile: profile, ...context }) => junit(results, { ...context, profile }),
  ctrf,
  markdown: (results, context) => markdown(results, { ...context, transcript: true }),
  annotations,
  outputs: stepOutputs,
  classroom: (results, context) => `${classroom(results, context)}\n`,
  classroom50: (results, context) => classroom50(results, submissionOf(context.env), context).result,
  gradescope,
  html,
  grades: (results, context) => gradesCsv(book(results, context), context),
  canvas: (results, context) =>
    canvasCsv(book(results, context), { ...context, assignmentIds: context.canvasIds }),
  moodle: (results, context) => moodleCsv(book(results, context), context),
  terminal: (results, { locale, color: colour, columns, groups }) =>
    terminal(results, { locale, colour, columns, groups }),
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** What a file of each format is called behind the dot. */
export const fileEndings = {
  ...{ json: 'json', junit: 'xml', ctrf: 'json', markdown: 'md', annotations: 'txt', outputs: 'txt' },
  ...{ classroom: 'txt', classroom50: 'json', gradescope: 'json', html: 'html' },
  ...{ grades: 'csv', canvas: 'csv', moodle: 'csv', terminal: 'txt' },
} satisfies Record<FormatName, string>;

/** Formats that show a class, each student in a row of the roster. */
export function isClassFormat(name: FormatName): boolean {
  return ['grades', 'canvas', 'moodle', 'html'].includes(name);
}

/** The names, in the order in which help lists them. */
export const formatNames = Object.keys(formats) as FormatName[];
