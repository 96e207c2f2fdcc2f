import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../node-http.ts';

/** What a server in the student's engine answered. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  /** At most 64 KiB of it. */
  body: string;
}

/** Opens a TCP connection to a port on the engine's loopback. */
export type Dial = (port: number) => Promise<Duplex>;

const bodyCapBytes = 64 * 1024;
const pauseMs = 15;

/**
 * GETs a path from a port on the engine's loopback, as `curl localhost:<port>` would in the student's terminal;
 * tries again until something answers or `timeoutMs` is over. Undefined when nothing answered.
 */
export async function httpGet(
  dial: Dial,
  port: number,
  path: string,
  timeoutMs: number,
): Promise<HttpAnswer | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await attempt(dial, port, path, Math.max(deadline - Date.now(), 1)).catch(() => undefined);
    if (answer) return answer;
    if (Date.now() + pauseMs >= deadline) return undefined;
    await sleep(pauseMs);
  }
}

async function attempt(dial: Dial, port: number, path: string, timeoutMs: number): Promise<HttpAnswer> {
  const socket = await dial(port);
  const cut = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      socket.on('error', reject).on('close', () => reject(new TypeError('closed')));
      const get = request({
        createConnection: () => socket,
        host: 'localhost',
        port,
        path,
        headers: { Connection: 'close' },
      });
      get.on('error', reject).on('response', (answer) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const finish = () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(chunks).subarray(0, bodyCapBytes).toString('utf8'),
          });
        answer.on('error', reject).on('end', finish);
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > bodyCapBytes) finish();
        });
      });
      get.end();
    });
  } finally {
    clearTimeout(cut);
    socket.destroy();
  }
}
