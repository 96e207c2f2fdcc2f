import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { reachOf } from './address.ts';
import type { Allowed } from './proxy-request.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Finds a name's addresses, as `dns.promises.lookup` with `all` does. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export type Dialled = { socket: Socket; refusal?: never } | { refusal: Refusal; socket?: never };

/** Addresses that are tried, in the resolver's order. */
const tries = 3;

/**
 * Connects to a mirror. The name is resolved once and the connection goes to the very address that was judged, so that
 * an answer which changes in between (DNS rebinding) changes nothing.
 */
export async function dial(
  { host, port, entry }: Allowed,
  resolve: Resolve,
  deadlineMs: number,
): Promise<Dialled> {
  let found: readonly LookupAddress[];
  try {
    found = await withDeadline(resolve(host), deadlineMs);
  } catch (thrown) {
    return { refusal: refusal('name', { host, why: wordsOf(thrown) }) };
  }
  const reachable = found.filter(({ address }) => {
    const reach = reachOf(address);
    return reach === 'public' || (reach === 'private' && entry.private);
  });
  const [first] = found;
  if (first === undefined) return { refusal: refusal('name', { host, why: 'no address' }) };
  if (reachable.length === 0) return { refusal: refusal('address', { host, address: first.address }) };
  let failed: Refusal | undefined;
  for (const { address, family } of reachable.slice(0, tries)) {
    const socket = connect({ host: address, port, family, allowHalfOpen: true });
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(deadlineMs) });
      return { socket };
    } catch (thrown) {
      socket.on('error', () => undefined);
      socket.destroy();
      failed ??= refusal('connect', { host, address, why: wordsOf(thrown) });
    }
  }
  return { refusal: failed ?? refusal('name', { host, why: 'no address' }) };
}

/** A lookup cannot be called off; its late answer is dropped. */
function withDeadline<T>(promise: Promise<T>, deadlineMs: number): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), deadlineMs);
  return Promise.race([promise, over]).finally(() => clearTimeout(timer));
}

/** An error in a word or two, without what a mirror might have put into it. */
export function wordsOf(thrown: unknown): string {
  const { code, name } = thrown as { code?: unknown; name?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return 'no answer in time';
  return typeof code === 'string' ? code : (name ?? 'error');
}
