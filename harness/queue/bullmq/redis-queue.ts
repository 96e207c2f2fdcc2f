import type { UsageError } from '../../errors.ts';
import { readSubmission } from '../../runner/index.ts';
import type { Text } from '../../text.ts';
import type { GradingJob, GradingQueue, QueueWatch } from '../job.ts';
import { packSubmission } from './archive.ts';
import { Breaker } from './breaker.ts';
import { sentAgain } from './coordinator-texts.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { Fleet } from './fleet.ts';
import type { Post } from './post.ts';
import { type News, queuedId } from './queued-job.ts';
import { Window } from './window.ts';
import type { JobFunction } from './worker-options.ts';

/** A job that was sent and has not been stored. */
interface Sent {
  readonly job: GradingJob;
  readonly archive: string;
  started: boolean;
  /** Set while its result is handed on; it ends when nothing of the job is left in Redis. */
  delivering?: Promise<void> | undefined;
}

/** What a queue is made of; `openRedisQueue` puts it together. */
export interface RedisQueueParts {
  readonly run: string;
  readonly post: Post;
  readonly fleet: Fleet;
  readonly gradeHere: JobFunction;
  readonly notice: (text: Text) => void;
  readonly close: () => Promise<void>;
}

/** Jobs out at once without any worker, and bytes of archives at most. */
const [leastOut, mostBytes] = [8, 256 * 2 ** 20];

/** The coordinator: sends jobs to Redis, hands on what workers made of them, and can be stopped and resumed at any time. */
export class RedisQueue implements GradingQueue {
  readonly #parts: RedisQueueParts;
  readonly #sent = new Map<string, Sent>();
  readonly #window = new Window(leastOut, mostBytes);
  #watch: QueueWatch | undefined;
  #breaker = new Breaker();
  #signal = new AbortController().signal;

  constructor(parts: RedisQueueParts) {
    this.#parts = parts;
  }

  async grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const breaker = new Breaker();
    const abort = () => breaker.trip(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    this.#watch = watch;
    this.#breaker = breaker;
    this.#signal = signal;
    const iterator = jobs[Symbol.asyncIterator]();
    try {
      for (;;) {
        await breaker.guard(this.#window.room());
        const next = await breaker.guard(iterator.next());
        if (next.done) break;
        await breaker.guard(this.#send(next.value));
      }
      await breaker.guard(this.#window.empty());
      await this.#parts.post.forgetRun();
    } finally {
      signal.removeEventListener('abort', abort);
      this.#watch = undefined;
      // What was sent goes on in Redis; whoever resumes the run finds it there.
      for (const id of this.#sent.keys()) this.#window.remove(id);
      this.#sent.clear();
    }
  }

  /** Jobs of this run that no machine could grade, and why not. */
  deadLetters(): Promise<DeadLetter[]> {
    return this.#parts.post.deadLetters();
  }

  /** What a worker told. */
  heard({ kind, id, worker }: News): void {
    const sent = this.#sent.get(id);
    if (sent === undefined) return;
    if (kind === 'finished') {
      this.#deliver(id, sent);
      return;
    }
    if (!sent.started) this.#watch?.started(sent.job, worker);
    sent.started = true;
    this.#tellLoad();
  }

  /** Who is there has changed, perhaps. */
  counted(): void {
    this.#window.fitTo(this.#parts.fleet.slots);
    this.#tellLoad();
  }

  /** Looks for results whose news got lost, and sends again what Redis has lost. */
  async sweep(): Promise<void> {
    const waiting = [...this.#sent].filter(([, { delivering }]) => !delivering);
    const states = await this.#parts.post.look(waiting.map(([id, { archive }]) => ({ id, archive })));
    let again = 0;
    for (const [index, [id, sent]] of waiting.entries()) {
      if (states[index] === 'graded') this.#deliver(id, sent);
      if (states[index] !== 'lost' || this.#sent.get(id) !== sent || sent.delivering) continue;
      again += 1;
      await this.#send(sent.job).catch((thrown) => this.#breaker.trip(thrown));
      // The submission was changed meanwhile: it went out under another id.
      if (this.#sent.get(id) === sent) this.#drop(id);
    }
    if (again > 0) this.#parts.notice(sentAgain(again));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.close();
  }

  async #send(job: GradingJob): Promise<void> {
    const submission = await readSubmission(job.folder).catch((thrown: UsageError) => thrown.code);
    // What needs no engine needs no worker: nothing handed in, too much, or what the operator has to mend.
    if (submission === undefined || typeof submission === 'string') return this.#settleHere(job);
    const archive = await packSubmission(submission);
    const id = queuedId(this.#parts.run, job, archive.hash);
    // Given again the moment it ended: what takes the first one away would take this one, too.
    await this.#sent.get(id)?.delivering;
    const sent: Sent = { job, archive: archive.hash, started: false };
    this.#sent.set(id, sent);
    this.#window.add(id, archive.bytes.length);
    const graded = await this.#parts.post.send(id, job, archive);
    if (graded) this.#deliver(id, sent);
  }

  async #settleHere(job: GradingJob): Promise<void> {
    const worker = 'coordinator';
    this.#watch?.started(job, worker);
    await this.#watch?.finished({ job, result: await this.#parts.gradeHere(job, this.#signal), worker });
  }

  #deliver(id: string, sent: Sent): void {
    sent.delivering ??= this.#handOn(id, sent)
      .catch((thrown) => this.#breaker.trip(thrown))
      .finally(() => {
        sent.delivering = undefined;
      });
  }

  async #handOn(id: string, sent: Sent): Promise<void> {
    const graded = await this.#parts.post.result(id);
    const watch = this.#watch;
    if (graded === undefined || watch === undefined || this.#sent.get(id) !== sent) return;
    if (!sent.started) watch.started(sent.job, graded.worker);
    sent.started = true;
    await watch.finished({ job: sent.job, result: graded.result, worker: graded.worker });
    // Only now: a coordinator that was killed before this finds the result again.
    await this.#parts.post.forget(id, sent.archive);
    this.#drop(id);
    this.#tellLoad();
  }

  #drop(id: string): void {
    this.#sent.delete(id);
    this.#window.remove(id);
  }

  #tellLoad(): void {
    const { slots, workers } = this.#parts.fleet;
    const running = [...this.#sent.values()].filter(({ started }) => started).length;
    this.#watch?.load?.({ running, slots, workers });
  }
}
