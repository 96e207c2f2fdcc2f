import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchPeer } from '../watch-peer.ts';
import { carry } from './carry.ts';
import type { Channel } from './channel.ts';
import { Multiplexer } from './multiplexer.ts';

let stack: AsyncDisposableStack;
let folder: string;
let multiplexer: Multiplexer;
let exited: Promise<unknown>;
/** What the server behind `served` does with a connection. */
let serve: (socket: Socket) => void;

beforeEach(async () => {
  stack = new AsyncDisposableStack();
  folder = await mkdtemp(join(tmpdir(), 'drydock-relay-'));
  stack.defer(() => rm(folder, { recursive: true }));
  serve = (socket) => socket.pipe(socket);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  stack.defer(() => closed(server));
  server.listen(join(folder, 'served'));
  await once(server, 'listening');
  const sockets = ['dial', 'there', join(folder, 'served'), 'dial', 'nobody', join(folder, 'nobody')];
  const relay = spawn('perl', [
    join(import.meta.dirname, 'relay.pl'),
    ...sockets,
    ...['listen', 'here', join(folder, 'listening')],
  ]);
  exited = once(relay, 'exit');
  stack.defer(async () => {
    relay.kill();
    await exited;
  });
  const toServed = (channel: Channel) =>
    carry(connect({ path: join(folder, 'served'), allowHalfOpen: true }), channel);
  multiplexer = new Multiplexer(relay.stdout, relay.stdin, new Map([['here', toServed]]));
  await multiplexer.heard;
});
afterEach(() => stack.disposeAsync());

async function closed(server: Server): Promise<void> {
  server.close();
  server.unref();
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the relay', () => {
  it('carries megabytes both ways, many connections at once, from both sides', async () => {
    const sent = randomBytes(3 * 2 ** 20);
    const dialled = Array.from({ length: 8 }, () => multiplexer.open('there'));
    const accepted = Array.from({ length: 8 }, () =>
      connect({ path: join(folder, 'listening'), allowHalfOpen: true }),
    );
    const back = await Promise.all(
      [...dialled, ...accepted].map((each) => {
        each.end(sent);
        return buffer(each);
      }),
    );
    expect(new Set(back.map(digest))).toEqual(new Set([digest(sent)]));
  });

  it('passes the end of one half on and leaves the other open', async () => {
    serve = (socket) => socket.resume().once('end', () => setTimeout(() => socket.end('after the end'), 50));
    const channel = multiplexer.open('there');
    channel.end('all I have to say');
    expect((await buffer(channel)).toString()).toBe('after the end');
  });

  it('delivers what was said before the other side went away altogether', async () => {
    serve = (socket) => socket.end('farewell', () => socket.destroy());
    const channel = multiplexer.open('there');
    const pushing = setInterval(() => channel.write('x'.repeat(1000)), 5);
    expect((await buffer(channel)).toString()).toBe('farewell');
    clearInterval(pushing);
  });

  it('tells the server when its client is gone, though nothing is written any more', async () => {
    const gone = Promise.withResolvers<void>();
    serve = (socket) => {
      socket
        .resume()
        .once('close', gone.resolve)
        .once('end', () => watchPeer(socket))
        .write('hello');
    };
    const client = connect(join(folder, 'listening'));
    await once(client, 'data');
    client.destroy();
    await Promise.race([gone.promise, sleep(3000).then(() => expect.unreachable('still there'))]);
  });

  it('closes a channel to a socket that nobody serves, or that it was not told of', async () => {
    for (const name of ['nobody', 'here', '/etc/passwd']) {
      const channel = multiplexer.open(name);
      channel.resume();
      await once(channel, 'close');
    }
  });

  it('lets a reader that stands still delay nobody else, and keeps a bounded amount for it', async () => {
    let taken = 0;
    serve = (socket) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = () => {
        while (!socket.destroyed && socket.write(chunk)) taken += chunk.length;
      };
      socket.on('drain', more);
      more();
    };
    const stalled = multiplexer.open('there');
    await once(stalled, 'readable');
    await sleep(200);
    expect(taken).toBeLessThan(2 ** 21);
    serve = (socket) => socket.end('quick');
    expect((await buffer(multiplexer.open('there'))).toString()).toBe('quick');
    stalled.destroy();
  });

  it('ends everything when the stream between them ends', async () => {
    const channel = multiplexer.open('there');
    channel.write('x');
    await once(channel, 'readable');
    multiplexer.end();
    await once(channel, 'close');
    const late = multiplexer.open('there');
    expect(late.destroyed).toBe(true);
    await exited;
    const refused = once(connect(join(folder, 'listening')), 'connect');
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
