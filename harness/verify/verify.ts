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
  /** For a machine too slow to grade them all; all are graded when left out. */
  hurry?: Hurry;
  /** Told how many cases there are, before the first begins. */
  planned?: (cases: readonly Case[]) => void;
  /** Told of each case when it was graded. */
  graded?: (tried: Tried, faults: readonly Fault[]) => void;
}

/**
 * Variants and mutants are drawn at random, so that another run has others; those that would begin later are left, but
 * for the first few.
 */
export interface Hurry {
  withinMs: number;
  atLeast: number;
}

export interface Verified {
  tried: Tried[];
  /** None when the grader keeps what its author promised; empty says nothing when the machine failed. */
  faults: Fault[];
  /** Cases that have no verdict because the machine failed. */
  untried: Tried[];
  /** Variants and mutants that were not graded: the time was over. */
  left: Case[];
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
  const left: Case[] = [];
  const order = options.hurry ? drawnLast(cases) : cases;
  const { withinMs = Number.POSITIVE_INFINITY, atLeast = 0 } = options.hurry ?? {};
  const deadline = performance.now() + withinMs;
  let drawn = 0;
  const made = await sideBySide(order, concurrency, signal, async (one, own) => {
    if (isDrawn(one)) drawn += 1;
    if (isDrawn(one) && drawn > atLeast && performance.now() > deadline) {
      left.push(one);
      return undefined;
    }
    const graded = { case: one, result: await gradeCase(one, { ...options, signal: own }) };
    const wrong = machineFailed(graded.result) ? [] : caseFaults(graded, assignment);
    faults.push(...wrong);
    options.graded?.(graded, wrong);
    return graded;
  });
  const tried = made.filter((one) => one !== undefined);
  const untried = tried.filter(({ result }) => machineFailed(result));
  if (!only && untried.length === 0) {
    faults.push(...coverageFaults(grader, Object.keys(templates), tried, left));
  }
  return { tried, faults, untried, left };
}

function isDrawn({ kind }: Case): boolean {
  return kind === 'variant' || kind === 'mutant';
}

function drawnLast(cases: readonly Case[]): Case[] {
  const drawn = cases.filter(isDrawn).map((one) => ({ one, at: Math.random() }));
  return [
    ...cases.filter((one) => !isDrawn(one)),
    ...drawn.toSorted((a, b) => a.at - b.at).map(({ one }) => one),
  ];
}

/** Grades one case as a submission of a student who is called like the case. */
export function gradeCase(
  { folder, name: student }: Case,
  options: Omit<GradeOptions, 'folder' | 'student'>,
): ReturnType<typeof gradeSubmission> {
  return gradeSubmission({ ...options, folder, student });
}
