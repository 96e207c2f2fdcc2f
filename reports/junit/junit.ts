import library, { type Builder, type TestSuite } from 'junit-report-builder';
import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { type Case, casesOf } from './case.ts';
import { completeXml } from './complete-xml.ts';

// Version 5.1.2 exports the builder itself, while its types promise one more `default` on it.
const reportBuilder = library as unknown as Builder;

export interface JUnitOptions {
  locale: Locale;
  /** Where the graded script lies for readers that link to it; `<assignment>/solution.sh` when left out. */
  scriptPath?: (result: Result) => string;
}

/**
 * JUnit XML in the profile that the widely used GitHub, GitLab and Jenkins readers agree on: flat suites, one per
 * student and assignment; unique names; class name, file and time on every case; message and text on every failure.
 */
export function junit(
  results: readonly Result[],
  { locale, scriptPath = defaultPath }: JUnitOptions,
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
    addProperties(suite, result);
    const names = new Set<string>();
    for (const each of casesOf(result, locale, plainLine(scriptPath(result)))) {
      addCase(suite, { ...each, name: unused(names, each.name) }, className);
      if (each.verdict === 'skipped') skipped.push(each.message);
    }
  }
  return completeXml(builder.build(), { time: Number(total.toFixed(3)), skipped });
}

function addProperties(suite: TestSuite, result: Result): void {
  const properties = {
    student: result.student,
    assignment: result.assignment,
    outcome: result.outcome,
    score: result.score === null ? '' : String(result.score),
    max_score: String(result.max),
    submission_hash: result.submissionHash ?? '',
    grader_version: result.graderVersion,
    engine_version: result.engineVersion ?? '',
    stand_ins: result.standIns.join(' '),
  };
  for (const [name, value] of Object.entries(properties)) suite.property(name, plainLine(value));
}

function addCase(suite: TestSuite, each: Case, className: string): void {
  const testCase = suite
    .testCase()
    .className(className)
    .name(each.name)
    .file(each.file)
    .time(seconds(each.durationMs));
  for (const [name, value] of Object.entries(each.properties)) testCase.property(name, value);
  // One of the three, never two: readers differ in which of them wins.
  if (each.verdict === 'failure') testCase.failure(each.message, each.type).stacktrace(each.body);
  if (each.verdict === 'error') testCase.error(each.message, each.type, each.body);
  if (each.verdict === 'skipped') testCase.skipped();
  if (each.output) testCase.standardOutput(plainText(each.output));
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

function defaultPath({ assignment }: Result): string {
  return `${assignment}/solution.sh`;
}
