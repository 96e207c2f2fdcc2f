/**
 * Grades the solution and every mutant again and again at full load, and tells whether a verdict ever changed.
 * Usage: npm run flake -- [assignment…] [--runs 20] [--concurrency N] [--minutes M] [--out FILE] [--fresh]
 * Runs are kept in FILE, so that many short sessions make one long one. Exit code 1: a verdict flipped; 3: not all
 * runs were made.
 */
import { availableParallelism, cpus } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseAssignments } from '../harness/cli/choose-case.ts';
import { reachEngine } from '../harness/cli/engine.ts';
import { exitCode, exitCodeOf } from '../harness/cli/exit-code.ts';
import { prepareGrounds } from '../harness/cli/grounds.ts';
import { loadGrader } from '../harness/cli/load-grader.ts';
import { Output } from '../harness/cli/output.ts';
import { Progress } from '../harness/cli/progress.ts';
import { troubleReport } from '../harness/cli/trouble-report.ts';
import { UsageError } from '../harness/errors.ts';
import { flakeExitCode, flakeReport, Ledger, runFlake } from '../harness/flake/index.ts';
import { discoverAssignments } from '../harness/manifest/index.ts';

const { env, stdout, stderr } = process;
const root = join(import.meta.dirname, '..');
const course = { root, assignments: join(root, 'assignments'), graders: join(root, 'graders') };
const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new DOMException('interrupted', 'AbortError')));

try {
  process.exitCode = await flake();
} catch (thrown) {
  if (!stop.signal.aborted) stderr.write(troubleReport(thrown, { locale: 'en', color: false }));
  process.exitCode = stop.signal.aborted ? exitCode.interrupted : exitCodeOf(thrown);
}

async function flake(): Promise<number> {
  const { values, positionals } = asked();
  const all = await discoverAssignments(course.assignments);
  const assignments = chooseAssignments(all, positionals, { all: positionals.length === 0 });
  const subjects = await Promise.all(
    assignments.map(async (assignment) => {
      const { grader, version } = await loadGrader(course, assignment.id, assignment.points);
      return {
        assignment,
        grader,
        graderVersion: version,
        graderFolder: join(course.graders, assignment.id),
      };
    }),
  );
  // Half of a run is waiting, so two for each core keep all of them busy.
  const concurrency = number('concurrency', values.concurrency, 2 * availableParallelism());
  const runs = number('runs', values.runs, 20);
  const minutes = number('minutes', values.minutes, 24 * 60);
  const ledger = await Ledger.open(values.out ?? join(root, '.drydock/flake.jsonl'), { fresh: values.fresh });

  const { docker } = await reachEngine(env, stop.signal);
  const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
  const err = new Output(stderr, env);
  using progress = new Progress(err, 'lines', 'en');
  const context = { out: new Output(stdout, env), err, env, cwd: process.cwd(), signal: stop.signal };
  const grounds = await prepareGrounds(context, { docker, images, progress, prepare: true });

  let made = 0;
  const began = performance.now();
  const cpuBegan = cpuTimes();
  const { tallies, missing } = await runFlake({
    ...grounds,
    ...{ subjects, runs, concurrency, ledger, signal: stop.signal },
    until: began + minutes * 60_000,
    told: (run, done, total) => {
      made += 1;
      const mark = run.verdict ? '' : ` machine: ${run.machine}`;
      stderr.write(`[${done}/${total}] ${run.assignment} ${run.case} ${run.wallMs} ms${mark}\n`);
    },
  });
  const cpu = cpuTimes();
  const cpuBusy = 1 - (cpu.idle - cpuBegan.idle) / Math.max(1, cpu.all - cpuBegan.all);
  const wallMs = performance.now() - began;
  stdout.write(`${flakeReport(tallies, { concurrency, wallMs, cpuBusy, made, missing })}\n`);
  if (missing > 0)
    stdout.write(`Run it again to go on; the runs are in ${relative(process.cwd(), ledger.path)}\n`);
  return flakeExitCode(tallies, { missing });
}

function asked() {
  const text = { type: 'string' } as const;
  const fresh = { type: 'boolean', default: false } as const;
  const options = { runs: text, concurrency: text, minutes: text, out: text, fresh };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (cause) {
    throw unusable(cause instanceof Error ? cause.message : String(cause));
  }
}

function number(name: string, given: string | undefined, usual: number): number {
  const value = given === undefined ? usual : Number(given);
  if (!(value > 0)) throw unusable(`--${name} ${given}`);
  return value;
}

function unusable(what: string): UsageError {
  return new UsageError({
    code: 'FLAKE_OPTIONS',
    message: { ko: `쓸 수 없는 옵션입니다: ${what}`, en: `This cannot be: ${what}` },
    hint: {
      ko: '예: `npm run flake -- build-noderun --runs 20 --minutes 3`',
      en: 'Such as: `npm run flake -- build-noderun --runs 20 --minutes 3`',
    },
  });
}

/** Milliseconds of all cores since boot: idle, and altogether. */
function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, one) => sum + one.idle + one.user + one.nice + one.sys + one.irq, 0);
  return { idle, all };
}
