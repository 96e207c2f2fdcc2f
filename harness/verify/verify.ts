import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import type { Grader } from '../authoring/index.ts';
import type { GoldenStore } from '../images/index.ts';
import type { Assignment } from '../manifest/index.ts';
import { gradeSubmission } from '../runner/index.ts';
import { type Case, layOutCases } from './cases.ts';
import { caseFaults, coverageFaults } from './faults.ts';
import type { Tried } from './matrix.ts';

export interface VerifyOptions {
  docker: Dockerode;
  golden: GoldenStore;
  assignment: Assignment;
  grader: Grader;
  /** `graders/<slug>`, with the solution, the variants and the mutants. */
  graderFolder: string;
  /** Ids of all messages the grader can say. */
  messageIds: readonly string[];
  graderVersion: string;
  /** How many cases are graded at a time. */
  concurrency: number;
  signal: AbortSignal;
  /** Told of each case when it was graded. */
  graded?: (tried: Tried, faults: string[]) => void;
}

export interface Verified {
  tried: Tried[];
  /** `<case>: <what differs>`, and what no case covers; none when the grader keeps the author rules. */
  faults: string[];
}

/** Grades everything the author has said a verdict for, and tells where the verdicts differ. */
export async function verifyGrader(options: VerifyOptions): Promise<Verified> {
  const { assignment, grader, graderFolder, messageIds } = options;
  await using stack = new AsyncDisposableStack();
  const target = await mkdtemp(join(tmpdir(), 'drydock-verify-'));
  stack.defer(() => rm(target, { recursive: true, force: true }));

  const cases = await layOutCases(assignment, graderFolder, target);
  const tried: Tried[] = [];
  const faults: string[] = [];
  const waiting = [...cases];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const one = await grade(next, options);
      const wrong = caseFaults(one.case, one.result, assignment);
      tried.push(one);
      faults.push(...wrong.map((fault) => `${one.case.name}: ${fault}`));
      options.graded?.(one, wrong);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  tried.sort((a, b) => cases.indexOf(a.case) - cases.indexOf(b.case));
  const results = tried.map(({ result }) => result);
  return { tried, faults: [...faults, ...coverageFaults(grader, messageIds, results)] };
}

async function grade(tried: Case, options: VerifyOptions): Promise<Tried> {
  const { docker, golden, assignment, grader, graderVersion, signal } = options;
  const { folder, name: student } = tried;
  const result = await gradeSubmission({
    docker,
    golden,
    assignment,
    grader,
    graderVersion,
    signal,
    folder,
    student,
  });
  return { case: tried, result };
}
