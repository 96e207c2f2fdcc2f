import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type EnginePeer, raw, textOf, until, Wire } from './cases/wire.test-support.ts';

const upgradeTo = (protocol: string) => ['Connection: Upgrade', `Upgrade: ${protocol}`];
const attach = raw('POST /containers/web/attach?stream=1&stdin=1&stdout=1', upgradeTo('tcp'));
const switched =
  'HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n';

/** An engine whose process is `cat`: it ends when its input ends. */
const cat: EnginePeer = {
  onUpgrade: (socket) => {
    socket.write(switched);
    socket.on('data', (chunk) => socket.write(chunk)).on('end', () => socket.end('bye'));
  },
};

async function attached(wire: Wire, bytes = attach) {
  const socket = wire.connect();
  const received = textOf(socket);
  socket.write(bytes);
  await until(() => received().includes('\r\n\r\n'));
  return { socket, received };
}

it('carries both directions and the end of the input, as `echo x | docker exec -i c cat` needs', async () => {
  await using wire = await Wire.open(cat);
  const { socket, received } = await attached(wire);
  socket.end('piped\n');
  await once(socket, 'end');
  expect(received()).toMatch(/^HTTP\/1.1 101 UPGRADED\r\n[\s\S]*\r\n\r\npiped\nbye$/);
  expect(received()).toContain('application/vnd.docker.raw-stream');
  socket.destroy();
  await until(() => wire.gate.openStreams().length === 0);
  expect(wire.gate.calls.at(-1)).toMatchObject({ status: 101, error: null, refused: false, line: 7 });
});

it('reads the body of exec start before it, in pieces, and passes on the stream after it', async () => {
  const bodies: string[] = [];
  await using wire = await Wire.open({
    onUpgrade: (socket, head) => {
      bodies.push(head.toString());
      socket.write(switched);
      socket.on('data', (chunk) => bodies.push(chunk.toString()));
    },
  });
  const socket = wire.connect();
  const body = '{"Tty" : true}';
  for (const piece of [
    raw('POST /exec/abc/start', [...upgradeTo('tcp'), `Content-Length: ${body.length}`]),
    '{"Tty',
    '" : true}',
    'typed',
  ]) {
    socket.write(piece);
    await sleep(10);
  }
  await until(() => bodies.join('').includes('typed'));
  expect(bodies.join('')).toBe('{"Tty":true}typed');
  expect(wire.gate.calls[0]?.body).toEqual({ Tty: true });
  socket.destroy();
});

it('tells of open streams: kind, terminal, input and idleness as the engine knows them', async () => {
  await using wire = await Wire.open({
    ...cat,
    onRequest: (request, response) => {
      const facts = request.url?.startsWith('/exec')
        ? { OpenStdin: true, ProcessConfig: { tty: true } }
        : { Config: { Tty: true, OpenStdin: false } };
      response.end(JSON.stringify(facts));
    },
  });
  const one = await attached(wire);
  const two = await attached(
    wire,
    raw('POST /exec/abc/start', [...upgradeTo('tcp'), 'Content-Length: 2'], '{}'),
  );
  await until(() => wire.gate.openStreams().every(({ tty }) => tty));
  const streams = wire.gate.openStreams();
  expect(streams.map(({ kind, tty, stdin }) => ({ kind, tty, stdin }))).toEqual([
    { kind: 'attach', tty: true, stdin: false },
    { kind: 'exec', tty: true, stdin: true },
  ]);
  await sleep(60);
  const idle = streams[0]?.idleMs() ?? 0;
  expect(idle).toBeGreaterThan(50);
  one.socket.write('x');
  await until(() => one.received().endsWith('x'));
  expect(streams[0]?.idleMs()).toBeLessThan(idle);
  expect(streams[0]?.openMs()).toBeGreaterThan(50);
  one.socket.destroy();
  two.socket.destroy();
});

it('ends both sides of a stream that is closed from here', async () => {
  let engineClosed = false;
  await using wire = await Wire.open({
    onUpgrade: (socket) => {
      socket.write(switched);
      socket.resume().on('end', () => {
        engineClosed = true;
      });
    },
  });
  const { socket } = await attached(wire);
  const [stream] = wire.gate.openStreams();
  wire.gate.closeStream(stream?.call.id ?? 0);
  await once(socket, 'end');
  socket.destroy();
  await until(() => engineClosed && wire.gate.openStreams().length === 0);
  expect(engineClosed).toBe(true);
  expect(wire.gate.openStreams()).toEqual([]);
  wire.gate.closeStream(4711);
});

it('tells a client that is gone from one that only closed its input', async () => {
  let engineClosed = false;
  await using wire = await Wire.open({
    onUpgrade: (socket) => {
      socket.write(switched);
      socket.resume().on('end', () => {
        engineClosed = true;
      });
    },
  });
  const { socket } = await attached(wire);
  socket.end();
  await sleep(700);
  expect(wire.gate.openStreams()).toHaveLength(1);
  socket.destroy();
  await until(() => wire.gate.openStreams().length === 0);
  expect(wire.gate.openStreams()).toEqual([]);
  await until(() => engineClosed);
  expect(engineClosed).toBe(true);
});

it('hands BuildKit its session headers and no others', async () => {
  let headers: Record<string, unknown> = {};
  await using wire = await Wire.open({
    onUpgrade: (socket, _head, request) => {
      headers = request.headers;
      socket.end(switched);
    },
  });
  const session = [
    'X-Docker-Expose-Session-Uuid: u1',
    'X-Docker-Expose-Session-Grpc-Method: /a',
    'X-Docker-Expose-Session-Grpc-Method: /b',
    'X-Other: 1',
  ];
  const { socket } = await attached(wire, raw('POST /session', [...upgradeTo('h2c'), ...session]));
  expect(headers).toMatchObject({
    upgrade: 'h2c',
    'x-docker-expose-session-uuid': 'u1',
    'x-docker-expose-session-grpc-method': '/a, /b',
  });
  expect(headers).not.toHaveProperty('x-other');
  socket.destroy();
});

it('takes down a stream at once when the gate is disposed of', async () => {
  const wire = await Wire.open(cat);
  const { socket } = await attached(wire);
  const closed = once(socket, 'close');
  await wire[Symbol.asyncDispose]();
  socket.end();
  await closed;
  expect(wire.gate.openStreams()).toEqual([]);
});
