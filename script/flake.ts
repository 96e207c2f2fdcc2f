/**
 * Grades the solution and every mutant again and again at full load, and tells whether a verdict ever changed, or is not
 * the one its author has said.
 * Usage: npm run flake -- [assignment…] [--runs 20] [--concurrency N] [--minutes M] [--out FILE] [--fresh]
 * Runs are kept in FILE, so that many short sessions make one long one. Exit code 1: a verdict flipped or is
 * wrong; 3: not all runs were made.
 */
import { availableParallelism, cpus } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { flakeExitCode, flakeReport, Ledger, runFlake } from '../harness/flake/index.ts';
import { asked, askedNumber, authorScript } from './author-script.ts';

const example = 'npm run flake -- build-noderun --runs 20 --minutes 3';
const text = { type: 'string' } as const;
const fresh = { type: 'boolean', default: false } as const;
const options = { runs: text, concurrency: text, minutes: text, out: text, fresh };

await authorScript(async ({ root, signal, ground }) => {
  const { values, positionals } = asked(() => parseArgs({ allowPositionals: true, options }), example);
  // Half of a run is waiting, so two for each core keep all of them busy.
  const concurrency = askedNumber('concurrency', values.concurrency, 2 * availableParallelism(), example);
  const runs = askedNumber('runs', values.runs, 20, example);
  const minutes = askedNumber('minutes', values.minutes, 24 * 60, example);
  const ledger = await Ledger.open(values.out ?? join(root, '.drydock/flake.jsonl'), { fresh: values.fresh });

  const { subjects, grounds } = await ground(positionals);

  let made = 0;
  const began = performance.now();
  const cpuBegan = cpuTimes();
  const { tallies, missing } = await runFlake({
    ...grounds,
    ...{ subjects, runs, concurrency, ledger, signal },
    until: began + minutes * 60_000,
    told: (run, done, total) => {
      made += 1;
      const mark = run.verdict ? '' : ` machine: ${run.machine}`;
      process.stderr.write(`[${done}/${total}] ${run.assignment} ${run.case} ${run.wallMs} ms${mark}\n`);
    },
  });
  const cpu = cpuTimes();
  const cpuBusy = 1 - (cpu.idle - cpuBegan.idle) / Math.max(1, cpu.all - cpuBegan.all);
  const wallMs = performance.now() - began;
  process.stdout.write(`${flakeReport(tallies, { concurrency, wallMs, cpuBusy, made, missing })}\n`);
  if (missing > 0)
    process.stdout.write(`Run it again to go on; the runs are in ${relative(process.cwd(), ledger.path)}\n`);
  return flakeExitCode(tallies, { missing });
});

/** Milliseconds of all cores since boot: idle, and altogether. */
function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, one) => sum + one.idle + one.user + one.nice + one.sys + one.irq, 0);
  return { idle, all };
}
