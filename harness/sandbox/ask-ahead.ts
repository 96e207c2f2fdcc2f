import type Dockerode from 'dockerode';
import { answerMs, outerAnswer } from './outer-hangs.ts';
import { chooseReaper } from './reaper.ts';
import { knowTransport, type OuterVersion } from './transport/index.ts';

/**
 * Asks the outer daemon, while the submission is read, what the first sandbox of this process would have to ask: which
 * transport it needs, and what Testcontainers wants to know. `version` is what it said at `GET /version`, for which it
 * starts two programs each time. Never throws: what was not answered is asked again then.
 */
export async function askAhead(outer: Dockerode, engineImage: string, version: OuterVersion): Promise<void> {
  // Before Testcontainers, which keeps this process busy for 80 ms while it loads.
  await knowTransport(outer, engineImage, version).catch(() => undefined);
  await chooseReaper(outer);
  const { knowDaemon } = await import('./outer-daemon.ts');
  await outerAnswer(answerMs, knowDaemon()).catch(() => undefined);
}
