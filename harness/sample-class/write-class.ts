import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Assignment } from '../manifest/index.ts';
import type { Outcome, Student } from '../result.ts';
import { type Case, caseNames, layOutCases } from '../verify/index.ts';
import { calledInResults } from './classmates.ts';
import { type ClassPlan, type PlannedSubmission, planClass } from './sample-class.ts';

/** What a submission must get, whoever grades it. */
export interface ExpectedVerdict {
  readonly student: string;
  readonly assignment: string;
  readonly kind: 'solution' | 'variant' | 'mutant' | 'broken' | 'unusual' | 'hostile';
  /** `mutants/wrong-tag`, `fork-bomb`… */
  readonly example: string;
  readonly outcome: Outcome;
  readonly score: number;
  /** Of an author's example: the checks that fail, each with the id of what it says. */
  readonly checks?: Readonly<Record<string, string>>;
}

/** The file `expected.json` of a class. */
export interface ExpectedClass {
  /** Of the students on the roster, in its order; what a student did not hand in is not listed. */
  readonly submissions: readonly ExpectedVerdict[];
  /** On the roster, and nothing was handed in: what results call the student. */
  readonly absent: readonly string[];
  /** Names of folders that belong to nobody on the roster. */
  readonly unknown: readonly string[];
}

/** Where the parts of a written class lie. */
export interface WrittenClass {
  /** Holds a folder for each student. */
  readonly submissions: string;
  readonly roster: string;
  readonly expected: ExpectedClass;
}

export interface ClassOptions {
  /** Whose submissions are written; what is special is bound to assignments, so all five give all kinds. */
  readonly assignments: readonly Assignment[];
  /** Holds a folder of the grader for each assignment. */
  readonly graders: string;
  /** Must not hold anything yet: `submissions/`, `roster.csv` and `expected.json` are written into it. */
  readonly target: string;
  /** Students on the roster. */
  readonly students: number;
  readonly seed?: number;
}

/** Writes a class of invented students. The same options give the same files. Throws what the file system throws. */
export async function writeClass(options: ClassOptions): Promise<WrittenClass> {
  const { assignments, graders, target, students, seed = 1 } = options;
  const examples = await Promise.all(
    assignments.map(async (assignment) => ({
      assignment,
      names: await caseNames(join(graders, assignment.id)),
    })),
  );
  const plan = planClass(examples, students, seed);
  const submissions = join(target, 'submissions');
  await mkdir(submissions, { recursive: true });
  const verdicts: ExpectedVerdict[] = [];
  for (const one of plan.submissions) verdicts.push(await write(one, graders, submissions));
  const expected = expectedOf(plan, verdicts);
  const roster = join(target, 'roster.csv');
  await writeFile(roster, rosterCsv(plan.roster));
  await writeFile(join(target, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  return { submissions, roster, expected };
}

function expectedOf({ absent, stranger }: ClassPlan, verdicts: readonly ExpectedVerdict[]): ExpectedClass {
  return {
    submissions: verdicts.filter(({ student }) => student !== calledInResults(stranger)),
    absent: [calledInResults(absent)],
    unknown: [stranger.folder],
  };
}

async function write(
  { student, assignment, example }: PlannedSubmission,
  graders: string,
  target: string,
): Promise<ExpectedVerdict> {
  const name = typeof example === 'string' ? example : 'solution';
  const grader = join(graders, assignment.id);
  const own = join(target, student.folder);
  const [laid] = await layOutCases(assignment, grader, own, (one) => one === name);
  const folder = join(own, assignment.id);
  await rename((laid as Case).folder, folder);
  const whose = { student: calledInResults(student), assignment: assignment.id };
  if (typeof example === 'string') return { ...whose, ...byAuthor(laid as Case, assignment) };
  await example.spoil(folder, assignment);
  const { kind, outcome, score } = example;
  return {
    ...{ ...whose, kind, example: example.name, outcome },
    score: score === 'full' ? assignment.points : score,
  };
}

function byAuthor(
  { kind, name, expectation }: Case,
  { points }: Assignment,
): Pick<ExpectedVerdict, 'kind' | 'example' | 'outcome' | 'score' | 'checks'> {
  return {
    kind: kind as 'solution' | 'variant' | 'mutant',
    example: name,
    outcome: 'graded',
    score: expectation?.score ?? points,
    checks: expectation?.checks ?? {},
  };
}

/** The columns of GitHub Classroom's classroom_roster.csv, all quoted, as it writes them. */
function rosterCsv(students: readonly Student[]): string {
  const rows = students.map(({ identifier, username, name }, index) => [
    identifier,
    username,
    username === '' ? '' : String(9_000_000 + index),
    name,
  ]);
  return stringify([['identifier', 'github_username', 'github_id', 'name'], ...rows], {
    quoted: true,
    record_delimiter: '\n',
  });
}
