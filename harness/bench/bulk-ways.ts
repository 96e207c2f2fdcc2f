import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assignment } from '../manifest/index.ts';
import { StoredResults } from '../store/index.ts';
import type { CourseWork } from './course-work.ts';
import { benchFailed, type Desk } from './desk.ts';
import { type Measured, measured } from './machine-cpu.ts';

/** A way to get a class's submissions done. */
export interface BulkWay {
  readonly name: string;
  /** Does so many submissions for each assignment. */
  run(assignments: readonly Assignment[], each: number): Promise<Measured>;
}

/** One after another on one daemon, for their names and ports are the same: the floor of CPU, and of nothing else. */
export function straightAlone(work: CourseWork, desk: Desk): BulkWay {
  return {
    name: 'straight on one daemon, one after another, no isolation, no checks',
    async run(assignments, each) {
      const sum: Measured = { wallSeconds: 0, cpuSeconds: 0 };
      for (const assignment of jobs(assignments, each)) {
        const one = await measured(() => work.type(desk, assignment));
        sum.wallSeconds += one.wallSeconds;
        sum.cpuSeconds += one.cpuSeconds;
        await work.tidy(desk);
      }
      return sum;
    },
  };
}

/** A loop over the class, so many at once: engine, `docker load`, commands, away with it. */
export function dockerInDockerLoop(work: CourseWork, concurrency: number): BulkWay {
  return {
    name: `usual docker-in-docker with \`docker load\`, ${concurrency} at once, no checks`,
    run: (assignments, each) =>
      measured(async () => {
        const waiting = jobs(assignments, each);
        const loop = async () => {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            await using desk = await work.freshEngine(next);
            await work.type(desk, next);
          }
        };
        // All end before one that failed is told of: an engine must not outlive its bench.
        const ended = await Promise.allSettled(Array.from({ length: concurrency }, loop));
        for (const one of ended) if (one.status === 'rejected') throw one.reason;
      }),
  };
}

/** The command itself: whole process, intake, every check, results and reports on disk. */
export function drydockGrade(folder: string, course: string, options: readonly string[]): BulkWay {
  return {
    name: 'drydock grade, with all checks, results and reports',
    async run(assignments, each) {
      const [own, out] = [join(folder, 'class'), join(folder, 'results')];
      await Promise.all([own, out].map((path) => rm(path, { recursive: true, force: true })));
      for (let student = 1; student <= each; student += 1)
        for (const { id } of assignments)
          await cp(join(course, 'graders', id, 'solution'), join(own, `student${student}`, id), {
            recursive: true,
          });
      const main = join(course, 'harness', 'cli', 'main.ts');
      const run = await measured(async () => {
        const args = [main, 'grade', own, '--out', out, ...options];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        const [code] = await once(child, 'close');
        if (code !== 0) throw benchFailed(`drydock grade ended with exit code ${code}`);
      });
      await mustBeFull(out, assignments.length * each);
      return run;
    },
  };
}

async function mustBeFull(out: string, wanted: number): Promise<void> {
  const results = await Array.fromAsync(new StoredResults(out).all());
  const lost = results.filter(({ score, max }) => score !== max);
  if (results.length !== wanted) throw benchFailed(`${results.length} results in place of ${wanted}`);
  const told = lost.map(({ assignment, outcome, score }) => `${assignment}: ${outcome} ${score}`).join(', ');
  if (lost.length > 0) throw benchFailed(`solutions without full marks: ${told}`);
}

/** Every assignment in turn, again and again: as a class's folders are walked. */
function jobs(assignments: readonly Assignment[], each: number): Assignment[] {
  return Array.from({ length: each }, () => assignments).flat();
}
