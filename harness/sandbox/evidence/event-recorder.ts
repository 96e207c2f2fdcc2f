import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import type { DaemonEvent } from '../../result.ts';
import { eventOf, longEvent, type RawEvent } from './event.ts';
import { EventAttributes } from './event-attributes.ts';
import { jsonLines } from './json-lines.ts';

const reconnectPauseMs = 100;
/**
 * Events kept of one kind. Nothing can be done so often in the time of a script, so that no flood of one kind hides an
 * event of another, such as a commit.
 */
const kindCap = 50_000;
/** How long the daemon may take to tell its recent events. */
const recentMs = 10_000;

/** Follows `GET /events` of an engine from its first moment; after a restart of the daemon it connects again. */
export class EventRecorder implements AsyncDisposable {
  readonly #docker: Dockerode;
  readonly #seen = new Map<string, { timeNano: number; event: DaemonEvent }>();
  readonly #counts = new Map<string, number>();
  readonly #attributes = new EventAttributes();
  readonly #sinceSeconds: number;
  #stream: Readable | undefined;
  #closed = false;
  readonly #stop = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(docker: Dockerode, since: Date) {
    this.#docker = docker;
    this.#sinceSeconds = Math.floor(since.getTime() / 1000);
  }

  /** Starts to record; the engine must answer already. */
  begin(): void {
    this.#done = this.#follow();
  }

  /**
   * All events until now, oldest first, with times relative to `origin` (ms since the epoch). The daemon is asked
   * for its recent events once more (it keeps the last 256), so that none still on its way is missed.
   */
  async upToNow(origin: number) {
    const until = Date.now() / 1000;
    // A daemon that does not answer is found out elsewhere; what was seen of it stays.
    const abortSignal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(recentMs)]);
    const asked = this.#docker.getEvents({ since: this.#sinceSeconds, until, abortSignal });
    const recent = (await asked.catch(() => undefined)) as Readable | undefined;
    abortSignal.addEventListener('abort', () => recent?.destroy(), { once: true });
    if (recent) await this.#keep(recent);
    const kept = [...this.#seen.values()].sort((a, b) => a.timeNano - b.timeNano);
    return kept.map(({ event }) => ({ ...event, atMs: event.atMs - origin }));
  }

  /** When a container's program was ended for lack of memory, relative to `origin` (ms since the epoch). */
  async oomsUpToNow(origin: number): Promise<number[]> {
    const events = await this.upToNow(origin);
    return events
      .filter(({ type, action }) => type === 'container' && action === 'oom')
      .map(({ atMs }) => atMs);
  }

  /** Ends the stream for now: a daemon that is about to end waits for it. The recorder connects again by itself. */
  hangUp(): void {
    this.#stream?.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    this.#stream?.destroy();
    await this.#done;
  }

  async #follow(): Promise<void> {
    while (!this.#closed) {
      this.#stream = (await this.#docker
        .getEvents({ since: this.#sinceSeconds, abortSignal: this.#stop.signal })
        .catch(() => undefined)) as Readable | undefined;
      if (this.#stream && this.#closed) this.#stream.destroy();
      else if (this.#stream) await this.#keep(this.#stream);
      if (!this.#closed) await sleep(reconnectPauseMs);
    }
  }

  async #keep(stream: Readable): Promise<void> {
    stream.on(
      'data',
      jsonLines(
        (value) => this.#note(value as RawEvent),
        (beginning) => {
          const raw = longEvent(beginning);
          if (raw) this.#note(raw);
        },
      ),
    );
    // A cut stream is no news here: whoever lost the engine says so.
    stream.on('error', () => undefined);
    if (!stream.closed) await once(stream, 'close').catch(() => undefined);
  }

  #note(raw: RawEvent): void {
    const event = eventOf(raw, this.#attributes.of(raw), 0);
    const key = `${raw.timeNano} ${event.action} ${event.actorId}`;
    const kind = `${event.type} ${event.action.split(':', 1)[0]}`;
    const count = this.#counts.get(kind) ?? 0;
    if (this.#seen.has(key) || count >= kindCap) return;
    this.#counts.set(kind, count + 1);
    this.#seen.set(key, { timeNano: raw.timeNano, event });
  }
}
