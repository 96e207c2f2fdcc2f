import { randomBytes } from 'node:crypto';
import { Worker } from 'bullmq';
import { ProcessFolder } from '../../process-folder.ts';
import type { Text } from '../../text.ts';
import { ArchiveShelf } from './archive-shelf.ts';
import { connect, reachRedis } from './connection.ts';
import { prefix, queueName } from './keys.ts';
import { MachineTrust } from './machine-trust.ts';
import { type Member, Members } from './members.ts';
import type { LostAttempt, QueuedJob } from './queued-job.ts';
import { RedisAddress } from './redis-address.ts';
import { ResultsShelf } from './results-shelf.ts';
import { type Bench, takeJob } from './take-job.ts';
import { usualTiming } from './timing.ts';
import { fingerprintOf } from './versions.ts';
import type { WorkerEnd, WorkerOptions } from './worker-options.ts';
import { draining, machineFails, otherVersions } from './worker-texts.ts';

/** Stalls are counted with a job's other failures, by us; BullMQ would fail the job without a result. */
const neverFailStalled = 1_000_000;

/**
 * Grades jobs of its own versions from a Redis until it is asked to drain, or until its machine keeps failing.
 * Throws UsageError when Redis cannot be reached at the start; one that goes away later is waited for.
 */
export async function runWorker(options: WorkerOptions): Promise<WorkerEnd> {
  const { name, versions, slots, notice, drain, attempts = 3, mostFailures = 3 } = options;
  const timing = { ...usualTiming, ...options.timing };
  const address = RedisAddress.parse(options.url);
  await reachRedis(address);
  // What a worker that was killed has left costs this one nothing but the room.
  await ProcessFolder.sweep().catch(() => undefined);
  await using stack = new AsyncDisposableStack();
  const redis = connect(address, `worker-${name}`, notice);
  stack.defer(() => redis.disconnect());

  const id = `${name}-${randomBytes(6).toString('hex')}`;
  const fingerprint = fingerprintOf(versions);
  const { promise: ended, resolve: end } = Promise.withResolvers<WorkerEnd>();
  let others: Member[] = [];
  let running = 0;
  let state: Member['state'] = 'ready';
  let why: Text | null = null;
  const self = (): Member => ({
    ...{ id, name, role: 'worker', fingerprint, versions, slots, running, state, why },
  });

  const members = new Members(redis, timing.beatMs);
  const refused = new Set<string>();
  const attendance = stack.use(
    members.attend(self, async () => {
      const all = await members.list();
      others = all.filter((member) => member.role === 'worker' && member.fingerprint === fingerprint);
      for (const run of all) {
        if (run.role !== 'coordinator' || run.fingerprint === fingerprint || refused.has(run.id)) continue;
        refused.add(run.id);
        notice(otherVersions(self(), run));
      }
    }),
  );

  const trust = new MachineTrust(mostFailures);
  const bench: Bench = {
    ...{ redis, trust, id, againMs: timing.againMs, options: { ...options, attempts } },
    archives: new ArchiveShelf(redis),
    results: new ResultsShelf(redis),
    others: () => others.filter((member) => member.id !== id),
  };
  const worker = new Worker<QueuedJob>(
    queueName(fingerprint),
    async (job, token) => {
      running += 1;
      try {
        await takeJob(bench, job, token);
      } finally {
        running -= 1;
        const last = job.data.failures.at(-1);
        if (trust.lost && state === 'ready' && last !== undefined) await doubt(last);
      }
    },
    {
      ...{ connection: redis, prefix, name, concurrency: slots, maxStalledCount: neverFailStalled },
      lockDuration: timing.lockMs,
      stalledInterval: timing.stalledMs,
      removeOnComplete: { count: 0 },
      skipVersionCheck: true,
    },
  );
  // Unheard, it would end the process. Redis' absences are told by our own connection.
  worker.on('error', () => undefined);

  /** Jobs keep failing here: the machine is looked at once, and leaves when it is not well or they fail again. */
  async function doubt(last: LostAttempt): Promise<void> {
    const count = trust.count;
    const well = !trust.pardoned && (await options.healthy?.().catch(() => false));
    if (well) return trust.pardon();
    if (state !== 'ready') return;
    why = machineFails(count, last);
    leave('out', { kind: 'out', why });
  }

  function leave(next: Member['state'], how: WorkerEnd): void {
    state = next;
    // Closing waits for the job that called; what it put back is for others from now on.
    void worker.pause(true);
    void attendance.renew().catch(() => undefined);
    void worker.close().then(() => end(how));
  }
  const drained = () => {
    if (state !== 'ready') return;
    notice(draining(running));
    leave('draining', { kind: 'drained' });
  };
  drain.addEventListener('abort', drained, { once: true });
  if (drain.aborted) drained();
  return await ended;
}
