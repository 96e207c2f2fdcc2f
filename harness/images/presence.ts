import { within } from '../deadline.ts';

/** How long the daemon may take for one request that moves no data: more than the 10 s it waits for a container's end. */
const answerMs = 30_000;

/** The daemon's answer; throws RangeError when it took the request and says nothing. */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  return within(answerMs, answer, () => new RangeError(`no answer within ${answerMs / 1000} s`));
}

/** The daemon's answer, or undefined when it says that the thing does not exist (404). */
export async function present<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await inTime(answer);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** True when a thing was removed; false when it was not there (404) or is in use (409). */
export async function removed(removal: Promise<unknown>): Promise<boolean> {
  try {
    await inTime(removal);
    return true;
  } catch (error) {
    if ([404, 409].includes(statusOf(error) ?? 0)) return false;
    throw error;
  }
}

/** The HTTP status of a daemon's refusal; undefined for other errors. */
export function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | undefined)?.statusCode;
}

/** Why the daemon refused, in its own words where it gave them; dockerode's error wraps them. */
export function reasonOf(error: unknown): string {
  const said = (error as { json?: { message?: string } | null } | undefined)?.json?.message;
  return (said ?? (error instanceof Error ? error.message : String(error))).trim();
}
