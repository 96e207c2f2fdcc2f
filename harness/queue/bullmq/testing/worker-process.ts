/** A worker in a process of its own, so that tests can kill it. Takes its options as JSON; tells what happens on stdout. */
import { appendFile } from 'node:fs/promises';
import { runWorker } from '../worker.ts';
import type { WorkerOptions } from '../worker-options.ts';
import { errorOf, quick, simpleJob, versions } from './simple-job.ts';

const given = JSON.parse(process.argv[2] ?? '{}') as Partial<WorkerOptions> &
  Pick<WorkerOptions, 'url' | 'name'> & { log?: string };
const drain = new AbortController();
process.once('SIGTERM', () => drain.abort());
const end = await runWorker({
  ...{ slots: 2, versions, timing: quick },
  ...given,
  async grade(job) {
    const result = await simpleJob(given.name, job);
    // One line a grading, by which tests count how often each was done.
    if (given.log !== undefined) await appendFile(given.log, `${given.name} ${job.id}\n`);
    return result;
  },
  unable: async (job, reason) => errorOf(job, reason),
  notice: (text) => process.stdout.write(`notice ${text.en}\n`),
  drain: drain.signal,
});
process.stdout.write(`end ${JSON.stringify(end)}\n`);
process.exit(0);
