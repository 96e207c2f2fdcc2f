import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GradedJob, GradingJob, QueueWatch } from '../../job.ts';

/** Submissions in a folder of their own: one for each script. */
export class SomeJobs implements AsyncDisposable {
  readonly dir: string;
  readonly jobs: GradingJob[];

  private constructor(dir: string, jobs: GradingJob[]) {
    this.dir = dir;
    this.jobs = jobs;
  }

  static async write(scripts: readonly string[]): Promise<SomeJobs> {
    const dir = await mkdtemp(join(tmpdir(), 'jobs-'));
    const jobs = await Promise.all(
      scripts.map(async (script, index): Promise<GradingJob> => {
        const student = `student-${String(index).padStart(3, '0')}`;
        const folder = join(dir, student);
        await mkdir(folder);
        await writeFile(join(folder, 'solution.sh'), `${script}\n`);
        return { id: `${student}/smoke`, student, assignment: 'smoke', folder, priority: 'bulk' };
      }),
    );
    return new SomeJobs(dir, jobs);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<GradingJob> {
    yield* this.jobs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** Keeps what it is told. */
export class Kept implements QueueWatch {
  readonly graded: GradedJob[] = [];
  readonly begun: string[] = [];

  started({ id }: GradingJob): void {
    this.begun.push(id);
  }

  async finished(graded: GradedJob): Promise<void> {
    this.graded.push(graded);
  }

  /** Scores by job. */
  get scores(): Record<string, number | null> {
    return Object.fromEntries(this.graded.map(({ job, result }) => [job.id, result.score]));
  }
}
