import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraderModule } from '../authoring/index.ts';
import { type GradeOptions, gradeSubmission } from '../runner/index.ts';
import { type Case, layOutCases } from './cases.ts';
import { coverageFaults } from './coverage.ts';
import type { Fault } from './fault.ts';
import { caseFaults } from './faults.ts';
import { paperFaults } from './paper-faults.ts';
import { sideBySide } from './side-by-side.ts';
import { machineFailed, type Tried } from './tried.ts';

export interface VerifyOptions
  extends Omit<GradeOptions, 'grader' | 'folder' | 'student' | 'standby' | 'progress'>,
    GraderModule {
  /** `graders/<slug>`, with the solution, the variants and the mutants. */
  graderFolder: string;
  /** How many cases are graded at a time. */
  concurrency: number;
  /** Which cases are graded: all when left out. What none of them covers is told only of all. */
  only?: readonly string[];
  /** Told how many cases there are, before the first begins. */
  planned?: (cases: readonly Case[]) => void;
  /** Told of each case when it was graded. */
  graded?: (tried: Tried, faults: readonly Fault[]) => void;
}

export interface Verified {
  tried: Tried[];
  /** None when the grader keeps what its author promised; empty says nothing when the machine failed. */
  faults: Fault[];
  /** Cases that have no verdict because the machine failed. */
  untried: Tried[];
}

/** Grades everything the author has said a verdict for, and tells where the verdicts differ. */
export async function verifyGrader(options: VerifyOptions): Promise<Verified> {
  const { assignment, concurrency, grader, graderFolder, only, signal, templates } = options;
  await using stack = new AsyncDisposableStack();
  const target = await mkdtemp(join(tmpdir(), 'drydock-verify-'));
  stack.defer(() => rm(target, { recursive: true, force: true }));

  const onPaper = only ? [] : await paperFaults(options, graderFolder);
  const cases = await layOutCases(assignment, graderFolder, target, (name) => only?.includes(name) ?? true);
  options.planned?.(cases);
  const faults: Fault[] = [...onPaper];
  const tried = await sideBySide(cases, concurrency, signal, async (one, own) => {
    const graded = { case: one, result: await gradeCase(one, { ...options, signal: own }) };
    const wrong = machineFailed(graded.result) ? [] : caseFaults(graded, assignment);
    faults.push(...wrong);
    options.graded?.(graded, wrong);
    return graded;
  });
  const untried = tried.filter(({ result }) => machineFailed(result));
  if (!only && untried.length === 0) {
    faults.push(...coverageFaults(grader, Object.keys(templates), tried));
  }
  return { tried, faults, untried };
}

/** Grades one case as a submission of a student who is called like the case. */
export function gradeCase(
  { folder, name: student }: Case,
  options: Omit<GradeOptions, 'folder' | 'student'>,
): ReturnType<typeof gradeSubmission> {
  return gradeSubmission({ ...options, folder, student });
}
