/**
 * Grades submissions drawn from the solutions, variants and mutants one at a time and then many at once, and tells
 * whether any verdict differs: outcome, score, and of each check its status, message and line.
 * Usage: npm run stability -- [assignment…] [--count 100] [--seed 1] [--concurrency N] [--minutes M] [--out FILE] [--fresh]
 * Runs are kept in FILE, so that many short sessions make one long one. Exit code 1: a verdict differs; 3: not all
 * runs were made.
 */
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Ledger, runStability, stabilityExitCode, stabilityReport } from '../harness/flake/index.ts';
import { asked, askedNumber, authorScript } from './author-script.ts';

const example = 'npm run stability -- build-noderun --count 20 --minutes 3';
const text = { type: 'string' } as const;
const fresh = { type: 'boolean', default: false } as const;
const options = { count: text, seed: text, concurrency: text, minutes: text, out: text, fresh };

await authorScript(async ({ root, signal, ground }) => {
  const { values, positionals } = asked(() => parseArgs({ allowPositionals: true, options }), example);
  const count = askedNumber('count', values.count, 100, example);
  const seed = askedNumber('seed', values.seed, 1, example);
  const minutes = askedNumber('minutes', values.minutes, 24 * 60, example);
  const out = values.out ?? join(root, '.drydock/stability.jsonl');
  const ledger = await Ledger.open(out, { fresh: values.fresh });
  const { subjects, grounds } = await ground(positionals);
  // As many as the queue ever takes by itself.
  const concurrency = askedNumber('concurrency', values.concurrency, 4 * availableParallelism(), example);
  let made = 0;
  const found = await runStability({
    ...{ grounds, subjects, count, seed, concurrency, ledger, signal },
    until: performance.now() + minutes * 60_000,
    told: (mode, run) => {
      made += 1;
      const mark = run.verdict ? '' : ` machine: ${run.machine}`;
      process.stderr.write(`[${made}] ${mode} ${run.assignment} ${run.case} ${run.wallMs} ms${mark}\n`);
    },
  });
  process.stdout.write(`${stabilityReport(found, concurrency)}\n`);
  if (found.missing > 0)
    process.stdout.write(`Run it again to go on; the runs are in ${relative(process.cwd(), ledger.path)}\n`);
  return stabilityExitCode(found);
});
