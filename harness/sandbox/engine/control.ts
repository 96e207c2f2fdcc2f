import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An engine whose control script takes no connection in this time does not answer. */
const connectMs = 5000;

/** Opens the engine's control socket and sends one request line; the socket then carries the answer. */
export async function control(socketPath: string, request: string): Promise<Socket> {
  const socket = connect(socketPath);
  await once(socket, 'connect', { signal: AbortSignal.timeout(connectMs) });
  socket.write(`${request}\n`);
  return socket;
}

/** Everything a control request answers, at most `capBytes`, within `timeoutMs`; what came by then when time is over. */
export async function controlAnswer(socket: Socket, capBytes: number, timeoutMs: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const cut = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    for await (const chunk of socket) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes >= capBytes) break;
    }
  } catch {
    // A socket that was cut has said all it will say.
  } finally {
    clearTimeout(cut);
    socket.destroy();
  }
  return Buffer.concat(chunks).subarray(0, capBytes);
}
