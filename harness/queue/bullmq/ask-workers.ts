import { setTimeout as sleep } from 'node:timers/promises';
import type { Text } from '../../text.ts';
import { connect, reachRedis } from './connection.ts';
import { noWorker, waitingElsewhere } from './coordinator-texts.ts';
import { type Member, Members } from './members.ts';
import { RedisAddress } from './redis-address.ts';
import { usualTiming } from './timing.ts';
import { fingerprintOf, type Versions } from './versions.ts';

/** What a coordinator without an engine wants to know of the workers. */
export interface WorkersQuestion {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** What it knows by itself, and what workers have to agree with. */
  readonly own: Pick<Versions, 'drydock' | 'graders'>;
  /** What an earlier run of the same class stood on: where workers differ, those that still have it are meant. */
  readonly before?: { readonly images: Versions['images']; readonly engine: string | null } | undefined;
  /** News for the operator: no worker is there, workers wait with other versions. */
  readonly notice: (text: Text) => void;
  readonly signal: AbortSignal;
  readonly beatMs?: number;
}

/**
 * The versions of the workers that are there: their images and engine, which this machine has no engine to ask for.
 * Waits for the first worker of this course. Where workers differ in images, the larger part of them is meant.
 * Throws UsageError when Redis cannot be reached, and the signal's reason.
 */
export async function askWorkers(question: WorkersQuestion): Promise<Versions> {
  const { url, own, before, notice, signal, beatMs = usualTiming.beatMs } = question;
  const address = RedisAddress.parse(url);
  await reachRedis(address);
  const redis = connect(address, 'ask', notice);
  const left = () => redis.disconnect();
  signal.addEventListener('abort', left, { once: true });
  try {
    const members = new Members(redis, beatMs);
    const told = new Set<string>();
    for (let beat = 1; ; beat += 1) {
      signal.throwIfAborted();
      const workers = (await members.list()).filter(
        ({ role, state }) => role === 'worker' && state === 'ready',
      );
      const versions = meant(workers, own, before);
      if (versions !== undefined) return versions;
      if (workers.length === 0 && beat === 2) notice(noWorker(address.shown));
      for (const other of workers.filter(({ id }) => !told.has(id))) {
        told.add(other.id);
        const { images, engine } = other.versions;
        notice(waitingElsewhere({ ...own, images, engine }, [other]));
      }
      await sleep(beatMs, undefined, { signal });
    }
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', left);
    redis.disconnect();
  }
}

/** The versions of those who have the same course; undefined when nobody has. */
export function meant(
  workers: readonly Pick<Member, 'versions' | 'slots'>[],
  own: WorkersQuestion['own'],
  before: WorkersQuestion['before'],
): Versions | undefined {
  const fitting = workers.filter(
    ({ versions }) => fingerprintOf({ ...versions, ...own }) === fingerprintOf(versions),
  );
  const groups = [...Map.groupBy(fitting, ({ versions }) => fingerprintOf(versions))].map(([print, all]) => ({
    print,
    slots: all.reduce((sum, { slots }) => sum + slots, 0),
    versions: all[0]?.versions,
  }));
  const same = groups.find(({ versions }) => before && versions && hasAll(versions, before));
  // In an order of its own, so that two looks at the same workers mean the same ones.
  groups.sort((one, other) => other.slots - one.slots || (one.print < other.print ? -1 : 1));
  return (same ?? groups[0])?.versions;
}

/** Whether workers have what a run stood on, which may have been a part of the course. */
function hasAll({ images, engine }: Versions, before: NonNullable<WorkersQuestion['before']>): boolean {
  return engine === before.engine && Object.entries(before.images).every(([name, id]) => images[name] === id);
}
