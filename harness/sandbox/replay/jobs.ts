/** What a script has running in the background: what is asked of the daemon meanwhile may be its doing. */

/** A command that left something running. */
export interface Job {
  line: number;
  /** The part of it that runs in the background, or all of it. */
  text: string;
  /** Milliseconds since the replay began. */
  fromMs: number;
  /** When the shell had no jobs any more; null while it may still run. */
  untilMs: number | null;
}

const quotes = /'[^']*'|"(?:\\.|[^"\\])*"/g;
/** Begins something that its shell does not count among its jobs. */
const uncounted = /\b(?:disown|setsid)\b|\([^)]*(?<![&>|<])&(?![&>\d])[^)]*\)/;

export class Jobs {
  readonly all: Job[] = [];
  readonly #counted = new Set<Job>();
  #count = 0;

  /** Whether something may still run. */
  get running(): boolean {
    return this.all.some(({ untilMs }) => untilMs === null);
  }

  /**
   * Takes note of a command that is over. `background`: the part of it that runs there, where the grammar tells one;
   * `count`: the jobs that the shell has now, undefined when it did not tell.
   */
  note(
    { line, text, startedMs }: { line: number; text: string; startedMs: number },
    background: string | undefined,
    count: number | undefined,
    now: number,
  ): void {
    if (count === 0) {
      for (const job of this.#counted) job.untilMs = now;
      this.#counted.clear();
    }
    const typed = text.includes('<<') ? (text.split('\n', 1)[0] ?? '') : text;
    const escapes = uncounted.test(typed.replace(quotes, ''));
    const isJob = background !== undefined;
    const stays = count === undefined ? isJob : count > this.#count || (isJob && count > 0);
    this.#count = count ?? this.#count;
    if (!escapes && !stays) return;
    const job: Job = { line, text: background ?? text, fromMs: startedMs, untilMs: null };
    this.all.push(job);
    if (!escapes) this.#counted.add(job);
  }
}
