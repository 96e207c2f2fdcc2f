import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Host } from './host.ts';
import { readRequest, wireLimits } from './wire.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-host-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the reader makes of what a client sends. */
async function reading(send: (client: Socket) => void, limits = wireLimits) {
  const path = join(folder, 'socket');
  const server = createServer({ allowHalfOpen: true }).listen(path);
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(path).on('error', () => undefined);
  const [socket] = await accepted;
  socket.on('error', () => undefined);
  const read = readRequest(socket, limits);
  send(client);
  const result = await read;
  client.destroy();
  server.close();
  return result;
}

/** A host whose engine never boots, and which no engine stands behind. */
function hostThatWaits(): Promise<Host> {
  return Host.listen({
    socketPath: join(folder, 'host.sock'),
    control: () => Promise.reject(new RangeError('no engine')),
    hangUp: () => undefined,
    journal: async () => [],
    ready: new Promise(() => undefined),
    now: () => 7,
    line: () => 3,
  });
}

/** Sends bytes to the host's socket and gives its answer. */
async function asked(bytes: string): Promise<string> {
  const client = connect(join(folder, 'host.sock'));
  client.end(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of client) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a request to the host', () => {
  it('is words that may hold anything but NUL, and settings to the end', async () => {
    const command = ['ls', "a'b", '$(id)', 'x\ny', '', '한글', '-n;'];
    const bytes = `root ${command.length}\n${command.join('\0')}\0{"a":\0}`;
    const whole = await reading((client) => client.end(bytes));
    expect(whole).toEqual({ asker: 'root', command, folder: '', settings: Buffer.from('{"a":\0}') });
    const slow = await reading(async (client) => {
      for (const byte of Buffer.from(bytes)) client.write(Buffer.from([byte]));
      client.end();
    });
    expect(slow).toEqual(whole);
  });

  it('may not be larger than its limit, slower than its limit, or cut', async () => {
    const endless = await reading((client) => client.write(Buffer.alloc(wireLimits.bytes + 1)));
    expect(endless).toMatchObject({ id: 'request-size' });
    const slow = await reading((client) => client.write('sudo 1\n'), { ...wireLimits, ms: 50 });
    expect(slow).toMatchObject({ id: 'request-time' });
    expect(await reading((client) => client.destroy())).toMatchObject({ id: 'request-form' });
  });
});

describe('Host', () => {
  it('refuses without the engine what it never asks it, and keeps the record', async () => {
    await using host = await hostThatWaits();
    expect(await asked('sudo 2\nrm\0/var/lib/docker\0')).toMatch(/^1 0 \d+\nsudo: drydock: ‘rm’ on the host/);
    expect(await asked('user 3\nsystemctl\0stop\0docker\0')).toMatch(/Interactive authentication required/);
    expect(await asked('garbage')).toMatch(/^1 0 \d+\nsudo: drydock: a request that is none/);
    const large = `sudo 3\nsystemctl\0restart\0docker\0${' '.repeat(wireLimits.settingsBytes + 1)}`;
    expect(await asked(large)).toMatch(/a daemon.json of more than 64 KiB is refused/);
    expect(
      host.calls.map(({ action, exitCode, refused, line }) => [action, exitCode, refused, line]),
    ).toEqual([
      ['rm', 1, true, 3],
      ['stop', 1, false, 3],
      ['', 1, true, 3],
      ['systemctl', 1, true, 3],
    ]);
  });

  it('notes a daemon.json that was written, and when', async () => {
    await using host = await hostThatWaits();
    await asked('sudo 3\nwrote-daemon.json\0cp\0a b\0{"debug":true}');
    expect(host.calls).toEqual([
      expect.objectContaining({
        startedMs: 7,
        action: 'write-settings',
        command: ['cp', 'a b'],
        settings: '{"debug":true}',
      }),
    ]);
  });

  it('serves eight at a time and tells the ninth so', async () => {
    await using host = await hostThatWaits();
    const held = Array.from({ length: 8 }, () => connect(join(folder, 'host.sock')));
    await Promise.all(held.map((client) => once(client, 'connect')));
    for (const client of held) client.end('sudo 3\nsystemctl\0restart\0docker\0');
    expect(await asked('sudo 1\nlsns\0')).toMatch(/more than 8 commands at a time/);
    for (const client of held) client.on('error', () => undefined).destroy();
    expect(host.calls.length).toBeGreaterThan(0);
  });
});
