import type { Daemon } from '../docker/index.ts';
import { CheckFailure } from '../errors.ts';

/** How the student's own commands left the daemon without an answer. */
export interface DaemonDown {
  how: 'stopped' | 'failed';
  /** What dockerd said last; empty when it was stopped. */
  words: string;
  /** The script line that took it down. */
  line: number | null;
}

/** Whether the student's commands left the daemon down; undefined when it answers. The machine's failures are thrown. */
export async function daemonDown(docker: Pick<Daemon, 'info'>): Promise<DaemonDown | undefined> {
  try {
    await docker.info();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof CheckFailure)) throw thrown;
    const { said, line } = thrown;
    const words = String(said.values.words ?? '');
    return { how: words === '' ? 'stopped' : 'failed', words, line };
  }
}
