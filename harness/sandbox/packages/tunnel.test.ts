import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createServer } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { helloWith, serverName } from './client-hello.test-support.ts';
import { gatewayForTest, received, tcpMirror } from './gateway.test-support.ts';

const ask = (target: string) => `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`;
const hello = helloWith(serverName('mirror.test'));
const established = 'HTTP/1.1 200 Connection established\r\n\r\n';
const alert = '\x15\x03\x01\x00\x02\x02\x70';

describe('a tunnel', () => {
  it('carries a real TLS session, end to end', async () => {
    // A key both sides share takes the place of a certificate.
    const psk = { ciphers: 'PSK-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' as const };
    const key = Buffer.alloc(16, 1);
    const server = createServer({ ...psk, pskCallback: () => key }, (socket) => socket.pipe(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { open, gateway } = await gatewayForTest(`mirror.test:${port}!private`);
    const socket = open();
    socket.write(ask(`mirror.test:${port}`));
    expect(String(await once(socket, 'data'))).toBe(established);
    const client = connect({
      socket,
      servername: 'mirror.test',
      ...psk,
      pskCallback: () => ({ psk: key, identity: 'client' }),
      checkServerIdentity: () => undefined,
    });
    const sent = 'package'.repeat(50_000);
    client.end(sent);
    expect(await received(client)).toBe(sent);
    expect(gateway.remarks).toEqual([]);
  });

  it('takes a first message that comes at once or in pieces, and lets each side end by itself', async () => {
    const mirror = await tcpMirror();
    const { exchange, open } = await gatewayForTest(`mirror.test:${mirror.port}!private`);
    const target = `mirror.test:${mirror.port}`;
    const socket = open();
    socket.write(Buffer.concat([Buffer.from(ask(target)), hello.subarray(0, 20)]));
    await sleep(50);
    expect(mirror.seen()).toBe('');
    socket.write(hello.subarray(20));
    await sleep(50);
    socket.end('more');
    expect(await received(socket)).toBe(`${established}${hello.toString('latin1').toUpperCase()}MOREBYE`);
    expect(mirror.seen()).toBe(`${hello.toString('latin1')}more`);
    expect(await exchange(`${ask(target)}nothing`)).toBe(established + alert);
  });

  it.each<[string, Buffer, string]>([
    ['another name inside TLS', helloWith(serverName('evil.test')), 'asked for `evil.test` inside TLS'],
    ['no name inside TLS', helloWith(), 'did not begin with TLS'],
    [
      'an encrypted name',
      helloWith(serverName('mirror.test'), [0xfe0d, Buffer.alloc(4)]),
      'did not begin with TLS',
    ],
    ['plain HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'did not begin with TLS'],
    ['SSH', Buffer.from('SSH-2.0-x\r\n'), 'did not begin with TLS'],
    ['a message that never ends', hello.subarray(0, 30), 'did not begin with TLS'],
  ])('is cut at %s before the mirror saw a byte', async (_what, bytes, remark) => {
    const mirror = await tcpMirror();
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, {
      limits: { headerMs: 200 },
    });
    const answer = await exchange(Buffer.concat([Buffer.from(ask(`mirror.test:${mirror.port}`)), bytes]));
    expect(answer).toBe(established + alert);
    expect(mirror.seen()).toBe('');
    expect(gateway.remarks).toEqual([
      { line: 7, text: { ko: expect.anything(), en: expect.stringContaining(remark) } },
    ]);
  });

  it.each([
    ['evil.test:443', 403],
    ['127.0.0.1:443', 403],
    ['[::1]:443', 403],
    ['169.254.169.254:443', 403],
    ['mirror.test:80', 403],
    ['mirror.test:22', 403],
    ['mirror.test', 400],
    ['user@mirror.test:443', 400],
  ])('to %s is refused with %i', async (target, status) => {
    let resolved = 0;
    const resolve = async () => {
      resolved += 1;
      return [];
    };
    const { exchange, gateway } = await gatewayForTest('mirror.test', { resolve });
    expect(await exchange(ask(target))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(resolved).toBe(0);
    expect(gateway.remarks).toHaveLength(1);
  });

  it('is cut when more is sent, more comes, or less happens than it may', async () => {
    const mirror = await tcpMirror();
    const target = `mirror.test:${mirror.port}`;
    for (const [limits, remark] of [
      [{ uploadBytes: 1000 }, 'was sent to mirrors'],
      [{ downloadBytes: 1000 }, 'was downloaded'],
      [{ idleMs: 200 }, undefined],
    ] as const) {
      const { exchange, gateway } = await gatewayForTest(`${target}!private`, { limits });
      await exchange(Buffer.concat([Buffer.from(ask(target)), hello, Buffer.alloc(remark ? 5000 : 1)]));
      expect(gateway.remarks.map(({ text }) => text.en)).toEqual(
        remark ? [expect.stringContaining(remark)] : [],
      );
    }
  });

  it('ends with the gateway', async () => {
    const mirror = await tcpMirror();
    const target = `mirror.test:${mirror.port}`;
    const { open, gateway } = await gatewayForTest(`${target}!private`);
    const socket = open();
    socket.write(Buffer.concat([Buffer.from(ask(target)), hello]));
    await once(socket, 'data');
    const rest = received(socket);
    await gateway[Symbol.asyncDispose]();
    await rest;
  });
});
