import { expect, it } from 'vitest';
import { raw, statuses, textOf, until, Wire } from './cases/wire.test-support.ts';

const attach = raw('POST /containers/web/attach?stream=1&stdin=1', ['Connection: Upgrade', 'Upgrade: tcp']);

/** An engine that student code may have taken over answers with anything; the harness must stand. */
const oddAnswers: readonly (readonly [string, string])[] = [
  ['a status below 100', 'HTTP/1.1 099 X\r\nContent-Length: 0\r\n\r\n'],
  ['no HTTP', 'hello'],
  ['nothing', ''],
  ['an answer cut short', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort'],
  ['headers without end', `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(10_000)}`],
  [
    'two answers',
    'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nxyz',
  ],
  ['an error that is null', 'HTTP/1.1 500 X\r\nContent-Length: 4\r\n\r\nnull'],
  ['odd header bytes', 'HTTP/1.1 200 OK\r\nX-Y: \xff\xfe\r\nContent-Length: 0\r\n\r\n'],
];

it.each(oddAnswers)('survives %s, on plain requests and upgrades', async (_what, answer) => {
  await using wire = await Wire.open({
    onRequest: (request) => void request.socket.end(Buffer.from(answer, 'latin1')),
    onUpgrade: (socket) => void socket.end(Buffer.from(answer, 'latin1')),
  });
  for (const bytes of [raw('GET /info'), attach]) {
    const received = await wire.exchange(bytes);
    expect(statuses(received).length).toBeLessThanOrEqual(1);
  }
  await until(() => wire.gate.openStreams().length === 0);
  expect(wire.gate.openStreams()).toEqual([]);
  expect(wire.gate.calls.length).toBe(2);
});

it.each(['', 'null', '{', '[]', '{"Config":7}'])('learns nothing of a terminal from %j', async (facts) => {
  await using wire = await Wire.open({
    onRequest: (_request, response) => response.end(facts),
    onUpgrade: (socket) =>
      socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n'),
  });
  const socket = wire.connect();
  const received = textOf(socket);
  socket.write(attach);
  await until(() => received().includes('101') && wire.reached.length === 2);
  expect(wire.gate.openStreams()).toMatchObject([{ kind: 'attach', tty: false, stdin: false }]);
  socket.destroy();
});

it('gives the engine’s answer when it comes before an upload is whole', async () => {
  await using wire = await Wire.open({
    onRequest: (request, response) => {
      response.writeHead(404, { Connection: 'close' }).end('{"message":"no such container"}');
      setImmediate(() => request.socket.destroy());
    },
  });
  const head = raw('PUT /containers/web/archive?path=/', [`Content-Length: ${32 << 20}`]);
  const received = await wire.exchange(Buffer.concat([Buffer.from(head), Buffer.alloc(32 << 20)]), 500);
  expect(received).toContain('no such container');
  expect(wire.gate.calls[0]).toMatchObject({ status: 404, error: 'no such container' });
});
