import type { IncomingMessage } from 'node:http';
import { type Rejection, rejection } from './exchange.ts';
import type { GateLimits } from './limits.ts';

/** Reads a JSON body whole, with a cap on its size and its time. */
export async function collectBody(request: IncomingMessage, limits: GateLimits): Promise<Buffer | Rejection> {
  const tooLarge = rejection(413, 'json-size', `a JSON body of more than ${limits.jsonBytes} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limits.jsonBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return await new Promise((resolve) => {
    const late = setTimeout(
      () => resolve(rejection(408, 'body-time', `a JSON body that takes longer than ${limits.bodyMs} ms`)),
      limits.bodyMs,
    );
    const settle = (outcome: Buffer | Rejection) => {
      clearTimeout(late);
      request.off('data', onData);
      resolve(outcome);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > limits.jsonBytes) settle(tooLarge);
    };
    request.on('data', onData);
    request.once('end', () => settle(Buffer.concat(chunks)));
    request.once('error', () => settle(rejection(400, 'body-cut', 'a body that ends too early')));
  });
}

/**
 * Lets the rest of a refused body run dry, so that the client reads the answer instead of a broken pipe, as long as that
 * stays cheap; then the connection is cut.
 */
export function drain(request: IncomingMessage, limits: GateLimits): void {
  if (request.complete) return;
  let bytes = 0;
  const cut = setTimeout(() => request.socket.destroy(), limits.bodyMs);
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.uploadBytes) request.socket.destroy();
  });
  request.once('close', () => clearTimeout(cut));
  request.resume();
}
