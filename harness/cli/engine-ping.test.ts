import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineUnreachable } from './connection-trouble.ts';
import { pingEngine } from './engine-ping.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-ping-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ever = new AbortController().signal;
const to = (socketPath: string, from = 'default') => ({
  host: `unix://${socketPath}`,
  from,
  socketPath,
  certFolder: undefined,
});

async function answering(listener: RequestListener) {
  const socketPath = join(folder, `${Math.random().toString(36).slice(2)}.sock`);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return { socketPath, [Symbol.dispose]: () => void server.close() };
}

test('an engine says what it is', async () => {
  using server = await answering((_request, response) =>
    response.end('{"Version":"26.1.5","ApiVersion":"1.45"}'),
  );
  expect(await pingEngine(to(server.socketPath), ever)).toMatchObject({
    Version: '26.1.5',
    ApiVersion: '1.45',
  });
});

test('something else that listens there is no engine', async () => {
  using server = await answering((_request, response) => response.end('<html>'));
  await expect(pingEngine(to(server.socketPath), ever)).rejects.toMatchObject({ code: 'DOCKER_SILENT' });
});

test('no socket at the default place: there is no Docker', async () => {
  const thrown = await pingEngine(to(join(folder, 'gone.sock')), ever).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: 'SandboxError', code: 'DOCKER_MISSING' });
  expect(thrown).toHaveProperty('hint.en', expect.stringContaining('apt-get install docker.io'));
});

test('no socket where DOCKER_HOST says: the variable is to blame', async () => {
  const connection = to(join(folder, 'gone.sock'), 'DOCKER_HOST');
  const thrown = await pingEngine(connection, ever).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'DOCKER_SILENT' });
  expect(thrown).toHaveProperty('hint.en', expect.stringContaining('unset DOCKER_HOST'));
});

test('a socket that this user may not use', () => {
  const trouble = engineUnreachable(
    to('/run/docker.sock'),
    Object.assign(new Error(), { code: 'EACCES' }),
    'kim',
  );
  expect(trouble).toMatchObject({ code: 'DOCKER_NO_RIGHTS' });
  expect(trouble.hint.ko).toContain('sudo usermod -aG docker kim');
});

test('an abort is not taken for a silent engine', async () => {
  using server = await answering(() => undefined);
  const stop = new AbortController();
  const asked = pingEngine(to(server.socketPath), stop.signal);
  stop.abort(new Error('stopped'));
  await expect(asked).rejects.toThrow('stopped');
});
