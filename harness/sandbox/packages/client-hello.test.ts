import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helloWith, realHello, record, serverName } from './client-hello.test-support.ts';
import { readHello } from './client-hello.ts';

const named = (name: string) => ({ kind: 'named', name });

describe('readHello', () => {
  it('finds the name in what a real client sends, and waits for the rest of every part of it', async () => {
    const hello = await realHello({ servername: 'Mirror.Example.org' });
    expect(readHello(hello)).toEqual(named('mirror.example.org'));
    for (let length = 0; length < hello.length; length += 1)
      expect([length, readHello(hello.subarray(0, length))]).toEqual([length, { kind: 'incomplete' }]);
    expect(readHello(Buffer.concat([hello, Buffer.from('more')]))).toEqual(named('mirror.example.org'));
  });

  it('puts a message together that is spread over records', async () => {
    const message = (await realHello({ servername: 'mirror.example.org' })).subarray(5);
    for (const size of [1, 2, 3, 60, message.length - 1]) {
      const records = [record(message.subarray(0, size)), record(message.subarray(size))];
      expect(readHello(Buffer.concat(records))).toEqual(named('mirror.example.org'));
    }
  });

  it.each<[string, Buffer]>([
    ['no extension', helloWith()],
    ['an empty name', helloWith(serverName(''))],
    ['two names', helloWith(serverName('a.example', 'b.example'))],
    ['two extensions with a name', helloWith(serverName('a.example'), serverName('b.example'))],
    ['an encrypted hello beside the name', helloWith(serverName('a.example'), [0xfe0d, Buffer.from([0])])],
    ['a list longer than its extension', helloWith([0, Buffer.from([0, 9, 0, 0, 1, 65])])],
    ['bytes after the list', helloWith([0, Buffer.concat([serverName('a.example')[1], Buffer.from([0])])])],
    ['a name of another type', helloWith([0, Buffer.from([0, 4, 1, 0, 1, 65])])],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['SSH', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a TLS alert', Buffer.from([21, 3, 1, 0, 2, 2, 112])],
    ['another handshake message', record(Buffer.from([2, 0, 0, 1, 0]))],
    ['an empty record', Buffer.from([22, 3, 1, 0, 0])],
    ['SSL 2', Buffer.from([0x80, 0x2e, 1, 0, 2])],
    ['a message of 16 MiB', record(Buffer.from([1, 255, 255, 255]))],
  ])('takes %s for unnamed', (_what, bytes) => {
    expect(readHello(bytes)).toEqual({ kind: 'unnamed' });
  });

  it('reads anything at all without throwing, and never finds a name that is not there', () => {
    const hello = helloWith(serverName('mirror.example.org'));
    fc.assert(
      fc.property(fc.nat(hello.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(hello);
        changed[at] = value;
        const read = readHello(changed);
        if (read.kind === 'named') expect(changed.toString('latin1').toLowerCase()).toContain(read.name);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readHello(Buffer.from(bytes))));
  });
});
