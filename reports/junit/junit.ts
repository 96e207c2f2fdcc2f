import { parse } from 'node:path/posix';
import library, { type Builder, type TestSuite } from 'junit-report-builder';
import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { rawScore, toldAdjustments } from '../adjustments/index.ts';
import { type Case, casesOf, changedFiles, submissionId, worthText } from '../cases/index.ts';
import { plainLine } from '../plain-text.ts';
import { type ReportOptions, usualScriptPath } from '../report-options.ts';
import { completeXml } from './complete-xml.ts';

// Version 5.1.2 exports the builder itself, while its types promise one more `default` on it.
const reportBuilder = library as unknown as Builder;

/** A list of images is longer than a line of text may be. */
const propertyCharacters = 4000;

export type JUnitProfile = 'default' | 'strict';

export interface JUnitOptions extends ReportOptions {
  /**
   * `strict` keeps to the schema that Jenkins' xunit plugin demands (junit-10.xsd): neither files nor points as
   * properties of a case. The class name ends in the script's, since that is all a reader then has to find the file by.
   */
  profile?: JUnitProfile;
}

/**
 * JUnit XML in the profile that the widely used GitHub, GitLab and Jenkins readers agree on: flat suites, one per
 * student and assignment; unique names; class name, file and time on every case; message and text on every failure.
 */
export function junit(
  results: readonly Result[],
  { locale, profile = 'default', scriptPath = usualScriptPath }: JUnitOptions,
): string {
  const builder = reportBuilder.newBuilder().name('drydock');
  const classNames = new Set<string>();
  const skipped: string[] = [];
  let total = 0;
  for (const result of results) {
    const className = unused(classNames, classNameOf(result));
    const time = seconds(Object.values(result.phases).reduce((sum, phase) => sum + phase, 0));
    const suite = builder
      .testSuite()
      .name(className.replace(/^drydock\./, ''))
      .timestamp(result.startedAt)
      .time(time);
    total += time;
    addProperties(suite, result, locale);
    const names = new Set<string>();
    const file = plainLine(scriptPath(result));
    const caseClass = profile === 'strict' ? `${className}.${parse(file).name}` : className;
    for (const each of casesOf(result, locale, file)) {
      const points = worthText(each, locale);
      addCase(suite, { ...each, name: unused(names, each.name) }, points, caseClass, profile);
      if (each.verdict === 'skipped') skipped.push(`(${points}) ${each.message}`);
    }
  }
  return completeXml(builder.build(), { time: Number(total.toFixed(3)), skipped, profile });
}

function addProperties(suite: TestSuite, result: Result, locale: Locale): void {
  const changed = changedFiles(result, locale);
  const adjustments = toldAdjustments(result);
  const kinds = adjustments.map(({ kind }) => kind).join(' ');
  const reasons = adjustments.map(({ reason }) => reason[locale]).join(' ');
  const adjusted =
    adjustments.length === 0
      ? {}
      : { raw_score: String(rawScore(result) ?? ''), adjustments: kinds, adjustment_reason: reasons };
  const properties = {
    student: result.student,
    assignment: result.assignment,
    outcome: result.outcome,
    score: result.score === null ? '' : String(result.score),
    max_score: String(result.max),
    ...adjusted,
    submission_hash: result.submissionHash ?? '',
    grader_version: result.graderVersion,
    engine_version: result.engineVersion ?? '',
    images: Object.entries(result.images)
      .map(([reference, id]) => `${reference}@${id}`)
      .join(' '),
    stand_ins: result.standIns.join(' '),
    ...(changed.length > 0 ? { changed_files: changed.join(' ') } : {}),
  };
  for (const [name, value] of Object.entries(properties))
    suite.property(name, plainLine(value, propertyCharacters));
}

function addCase(
  suite: TestSuite,
  each: Case,
  points: string,
  className: string,
  profile: JUnitProfile,
): void {
  const testCase = suite.testCase().className(className).name(each.name);
  if (profile === 'default') {
    testCase.file(each.file);
    for (const [name, value] of Object.entries(propertiesOf(each))) testCase.property(name, value);
  }
  testCase.time(seconds(each.durationMs));
  const message = `(${points}) ${each.message}`;
  const type = plainLine(each.type);
  // One of the three, never two: readers differ in which of them wins.
  const body = inOneSection(each.body);
  if (each.verdict === 'failure') testCase.failure(message, type).stacktrace(body);
  if (each.verdict === 'error') testCase.error(message, type, body);
  if (each.verdict === 'skipped') testCase.skipped();
  const silent = each.message === '' || each.verdict === 'failure' || each.verdict === 'error';
  const printed = silent ? points : `${points}\n${each.advice ? each.body : each.message}`;
  testCase.standardOutput(inOneSection(withoutAttachments(printed)));
}

/**
 * junit-report-builder 5.1 parts the first end of CDATA in a text and leaves a second one as it is: the whole class's
 * report was no XML then, or held cases that a student had written.
 */
function inOneSection(text: string): string {
  const [first = '', ...more] = text.split(']]>');
  return more.length === 0 ? first : `${first}]]>${more.join(']]\u200b>')}`;
}

/** GitLab and Jenkins take `[[ATTACHMENT|path]]` in what a test printed for a file to show beside it: a student's must not be. */
function withoutAttachments(text: string): string {
  return text.replace(/\[\[(?=ATTACHMENT)/gi, '[\u200b[');
}

/** There is no standard for points: readers that show properties show these. */
function propertiesOf({ id, points, max, adjustment }: Case): Record<string, string> {
  if (id === submissionId) return {};
  if (adjustment) return { adjustment: String(points ?? 0) };
  const score = points === null ? {} : { score: String(points) };
  return { check: id, ...score, max_score: String(max) };
}

/** A package per assignment and a class per student, as Jenkins splits it; dots of the names themselves would split too. */
function classNameOf({ assignment, student }: Result): string {
  const part = (name: string) => plainLine(name, 100).replace(/[.\s/]+/g, '_') || '_';
  return `drydock.${part(assignment)}.${part(student)}`;
}

function unused(taken: Set<string>, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  taken.add(free);
  return free;
}

/** Whole milliseconds: readers' schemas take three decimals at most, and no exponent. */
function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
