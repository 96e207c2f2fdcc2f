import type Dockerode from 'dockerode';
import { within } from '../deadline.ts';
import { answerMs, outerAnswer } from './outer-hangs.ts';

/** Testcontainers' reaper, at the version that testcontainers 12 starts; its own variable overrides it. */
function reaperImage(): string {
  return process.env.RYUK_CONTAINER_IMAGE ?? 'testcontainers/ryuk:0.14.0';
}

const pullMs = 60_000;

/** Pulls the reaper's image where the outer daemon can have it; false where it cannot, which is no trouble. */
export async function fetchReaper(outer: Dockerode): Promise<boolean> {
  const pull = async () => {
    const stream = await outer.pull(reaperImage());
    await new Promise<void>((resolve, reject) =>
      outer.modem.followProgress(stream, (error) => (error ? reject(error) : resolve())),
    );
    return true;
  };
  return within(pullMs, pull(), () => new RangeError(`no reaper within ${pullMs} ms`)).catch(() => false);
}

/**
 * Lets Testcontainers use its reaper where its image is on the outer daemon already, and turns it off elsewhere:
 * without a registry its pull would fail every start. Our own sweep by label works either way.
 */
export async function chooseReaper(outer: Dockerode): Promise<void> {
  if (process.env.TESTCONTAINERS_RYUK_DISABLED !== undefined) return;
  const inspected = outer.getImage(reaperImage()).inspect();
  const found = await outerAnswer(answerMs, inspected).catch(() => undefined);
  process.env.TESTCONTAINERS_RYUK_DISABLED = String(found === undefined);
  // Only the reaper is ever talked to by the host's address, for which Testcontainers 12 would pull alpine in a container.
  if (found === undefined) process.env.TESTCONTAINERS_HOST_OVERRIDE ??= '127.0.0.1';
}
