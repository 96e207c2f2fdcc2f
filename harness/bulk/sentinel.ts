import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Assignment, loadExpectation } from '../manifest/index.ts';
import type { GradingJob } from '../queue/index.ts';
import type { Result } from '../result.ts';
import { type Case, caseFaults, caseNames, layOutCases } from '../verify/index.ts';
import type { SentinelPair } from './agenda.ts';

/** `right`: as its author said. `wrong`: another verdict, so others may be wrong, too. `lost`: the machine gave none. */
export type SentinelVerdict = 'right' | 'wrong' | 'lost';

/** An assignment with the folder of its grader. */
export interface Proven {
  readonly assignment: Assignment;
  /** `graders/<slug>`, with the solution and the mutants. */
  readonly graderFolder: string;
}

/** Submissions whose verdicts are known, graded among a class to see that the machine grades rightly. */
export class Sentinels {
  readonly #cases: { assignment: Assignment; cases: Case[] }[];
  readonly #known = new Map<string, { assignment: Assignment; case: Case }>();
  /** In each id: what a queue still holds of a run that was killed was graded before, and proves nothing now. */
  readonly #run = randomBytes(6).toString('hex');
  #given = 0;

  private constructor(cases: { assignment: Assignment; cases: Case[] }[]) {
    this.#cases = cases;
  }

  /**
   * Lays out a solution and a mutant of each assignment below `target`. Undefined when no assignment has both: then
   * nothing can tell whether the machine grades rightly. Throws GraderError for a bad expect.json.
   */
  static async layOut(assignments: readonly Proven[], target: string): Promise<Sentinels | undefined> {
    const laid = await Promise.all(assignments.map((one) => pairOf(one, target)));
    const cases = laid.filter((one) => one !== undefined);
    return cases.length === 0 ? undefined : new Sentinels(cases);
  }

  /** The next pair: the assignments take turns. */
  next(): SentinelPair {
    const turn = this.#given++;
    const { assignment, cases } = this.#cases[turn % this.#cases.length] ?? { cases: [] };
    const jobs = cases.map((one): GradingJob => {
      const id = `sentinel/${this.#run}/${turn}/${assignment?.id}/${one.name}`;
      if (assignment) this.#known.set(id, { assignment, case: one });
      return {
        ...{ id, student: 'sentinel', assignment: assignment?.id ?? '' },
        ...{ folder: one.folder, priority: 'interactive' as const },
      };
    });
    return { assignment: assignment?.id ?? '', jobs };
  }

  /** What a sentinel's result says of the machine. */
  verdictOf({ id }: GradingJob, result: Result): SentinelVerdict {
    const known = this.#known.get(id);
    if (known === undefined || result.outcome === 'error') return 'lost';
    return caseFaults({ case: known.case, result }, known.assignment).length === 0 ? 'right' : 'wrong';
  }
}

async function pairOf(
  { assignment, graderFolder }: Proven,
  target: string,
): Promise<{ assignment: Assignment; cases: Case[] } | undefined> {
  const names = await caseNames(graderFolder);
  const mutants = await Promise.all(
    names
      .filter((name) => name.startsWith('mutants/'))
      .map(async (name) => ({ name, score: (await loadExpectation(join(graderFolder, name))).score })),
  );
  // The one that loses the fewest points: the checks around the mistake have to pass, and the mistake has to be seen.
  // It mostly takes no longer than a solution, too; one that breaks a daemon is waited for, with nothing graded beside it.
  const [subtle] = mutants.filter(({ score }) => score < assignment.points).sort((a, b) => b.score - a.score);
  if (subtle === undefined || !names.includes('solution')) return undefined;
  const wanted = ['solution', subtle.name];
  const cases = await layOutCases(assignment, graderFolder, join(target, assignment.id), (name) =>
    wanted.includes(name),
  );
  return { assignment, cases };
}
