import { appendFile, readFile } from 'node:fs/promises';
import type { GradingJob } from '../queue/index.ts';
import { writeAtomic } from '../store/index.ts';

/**
 * The jobs graded since the last good sentinels, in a file: a run that was killed leaves them to the next one, whose
 * first sentinels tell whether they stand.
 */
export class Unproven {
  readonly #path: string;
  readonly #left: readonly GradingJob[];

  private constructor(path: string, left: readonly GradingJob[]) {
    this.#path = path;
    this.#left = left;
  }

  /** Reads what an earlier run left; a line that was cut off when its writer was killed is left out. */
  static async open(path: string): Promise<Unproven> {
    const text = await readFile(path, 'utf8').catch(() => '');
    const jobs = text.split('\n').flatMap((line) => {
      const job = parsed(line);
      return job ? [[job.id, job] as const] : [];
    });
    // The next line must not be glued to one that was cut off.
    if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n');
    return new Unproven(path, [...new Map(jobs).values()]);
  }

  /** What an earlier run left. */
  get left(): readonly GradingJob[] {
    return this.#left;
  }

  async add(job: GradingJob): Promise<void> {
    await appendFile(this.#path, `${JSON.stringify(job)}\n`);
  }

  /** Leaves only these: the others are proven, or marked as suspect in their results. */
  async keep(jobs: readonly GradingJob[]): Promise<void> {
    await writeAtomic(this.#path, jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  }
}

function parsed(line: string): GradingJob | undefined {
  try {
    return JSON.parse(line) as GradingJob;
  } catch {
    return undefined;
  }
}
