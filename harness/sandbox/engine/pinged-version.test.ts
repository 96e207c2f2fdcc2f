import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Dockerode from 'dockerode';
import { afterEach, expect, test } from 'vitest';
import { pingedVersion } from './pinged-version.ts';

const opened: ReturnType<typeof createServer>[] = [];
afterEach(() => opened.splice(0).forEach((server) => void server.close()));

/** A daemon on loopback that answers its ping with a status and these headers; and `/version` with 20.10. */
async function daemon(status: number, headers: Record<string, string>): Promise<Dockerode> {
  const server = createServer((request, response) => {
    if (request.url === '/_ping') response.writeHead(status, headers).end('OK');
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"Version":"20.10"}');
  });
  opened.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return new Dockerode({ protocol: 'http', host: '127.0.0.1', port: (server.address() as AddressInfo).port });
}

test('is what the header says, whole', async () => {
  expect(await pingedVersion(await daemon(200, { server: 'Docker/26.1.5+dfsg1 (linux)' }))).toBe(
    '26.1.5+dfsg1',
  );
});

test.each([[{}], [{ server: 'nginx/1.25' }]])(
  'is asked for where the header is another’s: %j',
  async (headers) => {
    expect(await pingedVersion(await daemon(200, headers))).toBe('20.10');
  },
);

test('is none while the daemon says that it is not ready', async () => {
  await expect(pingedVersion(await daemon(500, { server: 'Docker/26.1.5 (linux)' }))).rejects.toThrow();
});
