import type { Text } from '../../text.ts';
import { noWorker, tookItselfOut, waitingElsewhere } from './coordinator-texts.ts';
import type { Member } from './members.ts';
import type { Versions } from './versions.ts';

/** What a coordinator knows of the workers, and what it has said of them already. */
export class Fleet {
  readonly #own: Pick<Member, 'fingerprint' | 'versions'>;
  readonly #shown: string;
  readonly #notice: (text: Text) => void;
  readonly #told = new Set<string>();
  /** Beats in a row without a worker. */
  #alone = 0;
  #beats = 0;
  slots = 0;
  workers = 0;

  constructor(own: { fingerprint: string; versions: Versions }, shown: string, notice: (text: Text) => void) {
    this.#own = own;
    this.#shown = shown;
    this.#notice = notice;
  }

  /** Takes in who is there, and tells what the operator should know: each thing once. */
  see(members: readonly Member[]): void {
    const workers = members.filter(({ role }) => role === 'worker');
    const fitting = workers.filter(({ fingerprint }) => fingerprint === this.#own.fingerprint);
    const ready = fitting.filter(({ state }) => state === 'ready');
    this.slots = ready.reduce((sum, { slots }) => sum + slots, 0);
    this.workers = ready.length;

    // Who had left before this run began is no news of it.
    if (this.#beats === 0) for (const { id, state } of fitting) if (state === 'out') this.#told.add(id);
    this.#beats += 1;
    for (const member of fitting)
      if (member.state === 'out' && !this.#told.has(member.id)) {
        this.#told.add(member.id);
        this.#notice(tookItselfOut(member));
      }
    const others = workers.filter((member) => !fitting.includes(member) && member.state === 'ready');
    if (others.some(({ id }) => !this.#told.has(id))) {
      for (const { id } of others) this.#told.add(id);
      this.#notice(waitingElsewhere(this.#own.versions, others));
    }
    this.#alone = ready.length === 0 ? this.#alone + 1 : 0;
    // A worker that is just being started is no news, and neither is the same absence again.
    if (this.#alone === 2) this.#notice(noWorker(this.#shown));
  }
}
