/** A worker of the simulation: everything is real but the grading, which only takes its recorded time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { runWorker } from '../../queue/index.ts';
import { durationOf, resultOf, slots, versions } from './recorded.ts';

const [url = '', name = '', speed = '1'] = process.argv.slice(2);
const drain = new AbortController();
process.once('SIGTERM', () => drain.abort());
await runWorker({
  ...{ url, name, slots, versions, notice: () => undefined, drain: drain.signal },
  async grade(job) {
    await sleep(durationOf(job) / Number(speed));
    return resultOf(job);
  },
  unable: async (job) => resultOf(job),
});
process.exit(0);
