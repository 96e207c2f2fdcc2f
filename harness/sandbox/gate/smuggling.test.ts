import { expect, it } from 'vitest';
import { raw, statuses, Wire } from './cases/wire.test-support.ts';

const forbidden = raw('GET /v1.45/plugins');
const upgrade = (protocol: string) => ['Connection: Upgrade', `Upgrade: ${protocol}`];

/** Every way in which bytes after a request could reach the engine as a second request that nobody checked. */
const smuggled: readonly (readonly [string, string])[] = [
  [
    'exec start that is not found',
    raw('POST /v1.45/exec/no/start', [...upgrade('tcp'), 'Content-Length: 2'], `{}${forbidden}`),
  ],
  ['attach that is not found', raw('POST /v1.45/containers/no/attach?stream=1', upgrade('tcp'), forbidden)],
  ['session', raw('POST /v1.45/session', upgrade('h2c'), forbidden)],
  ['grpc', raw('POST /v1.45/grpc', upgrade('h2c'), forbidden)],
  [
    'upgrade of a route that has none',
    raw('POST /v1.45/containers/create', [...upgrade('tcp'), 'Content-Length: 2'], `{}${forbidden}`),
  ],
  [
    'upgrade to another protocol',
    raw('POST /v1.45/exec/no/start', [...upgrade('websocket'), 'Content-Length: 2'], `{}${forbidden}`),
  ],
  [
    'body length and chunks together',
    raw(
      'POST /containers/create',
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      `0\r\n\r\n${forbidden}`,
    ),
  ],
  ['two body lengths', raw('POST /containers/create', ['Content-Length: 0', 'Content-Length: 2'], forbidden)],
  ['signed body length', raw('POST /containers/create', ['Content-Length: +0'], forbidden)],
  ['unknown transfer coding', raw('POST /containers/create', ['Transfer-Encoding: identity'], forbidden)],
  [
    'doubled transfer coding',
    raw('POST /containers/create', ['Transfer-Encoding: chunked, identity'], forbidden),
  ],
  [
    'chunk length with a tail',
    raw('POST /containers/create', ['Transfer-Encoding: chunked'], `2;x=\n{}\r\n0\r\n\r\n${forbidden}`),
  ],
  ['space before a colon', raw('POST /containers/create', ['Content-Length : 0'], forbidden)],
  ['folded header', raw('POST /containers/create', ['X: a', ' b', 'Content-Length: 0'], forbidden)],
  ['bare line feeds', `POST /containers/create HTTP/1.1\nHost: d\nContent-Length: 0\n\n${forbidden}`],
  ['line break in a header', raw('GET /_ping', ['User-Agent: x\rGET /plugins HTTP/1.1'])],
  ['body of a GET', raw('GET /_ping', [`Content-Length: ${forbidden.length}`], forbidden)],
  ['trailers', raw('POST /build', ['Transfer-Encoding: chunked'], `0\r\nUpgrade: tcp\r\n\r\n${forbidden}`)],
  ['pipelining', `${raw('GET /_ping')}${forbidden}`],
  ['HTTP/1.0', 'GET /plugins HTTP/1.0\r\n\r\n'],
  ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['CONNECT', raw('CONNECT 192.0.2.1:80')],
  ['absolute target', raw('GET http://docker/plugins')],
  ['method override', raw('GET /_ping', ['X-HTTP-Method-Override: POST', 'X-Original-URL: /plugins'])],
];

it.concurrent.each(smuggled)('%s: the engine sees no forbidden request', async (_way, bytes) => {
  await using wire = await Wire.open();
  await wire.exchange(bytes);
  expect(wire.reached.filter((line) => /plugins|PRI|CONNECT/.test(line))).toEqual([]);
  expect(wire.reached.length).toBeLessThanOrEqual(1);
});

it('sends nothing of what follows an upgrade before the engine switched, and all of it after', async () => {
  const early: string[] = [];
  await using wire = await Wire.open({
    onUpgrade: (socket, head) => {
      early.push(head.toString());
      socket.on('data', (chunk) => early.push(chunk.toString()));
      setTimeout(() => {
        early.push('SWITCH');
        socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
      }, 60);
    },
  });
  await wire.exchange(raw('POST /containers/web/attach?stream=1&stdin=1', upgrade('tcp'), 'typed early'));
  expect(early.join('|')).toBe('|SWITCH|typed early');
});

it('answers with what the engine said when it did not switch, and ends the connection', async () => {
  await using wire = await Wire.open();
  const received = await wire.exchange(
    raw('POST /exec/no/start', [...upgrade('tcp'), 'Content-Length: 2'], '{}'),
  );
  expect(received).toContain('Connection: close');
  expect(received).toContain('{"message":"none"}');
  expect(wire.gate.calls.at(-1)).toMatchObject({ status: 404, error: 'none', refused: false });
});

it('refuses upgrades with chunked, oversized or forbidden bodies and to other protocols', async () => {
  await using wire = await Wire.open({}, { limits: { jsonBytes: 100 } });
  const start = 'POST /exec/abc/start';
  const tries = [
    raw(start, [...upgrade('tcp'), 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'),
    raw(start, [...upgrade('tcp'), 'Content-Length: 101'], 'x'.repeat(101)),
    raw(start, [...upgrade('tcp'), 'Content-Length: 19'], '{"Privileged":true}'),
    raw(start, [...upgrade('h2c'), 'Content-Length: 2'], '{}'),
    raw('POST /build', upgrade('tcp')),
  ];
  for (const bytes of tries) expect(statuses(await wire.exchange(bytes))).toEqual([403]);
  expect(wire.reached).toEqual([]);
  expect(wire.gate.calls.every(({ refused, status }) => refused && status === 403)).toBe(true);
});

it('destroys a plain answer that switches protocols', async () => {
  await using wire = await Wire.open({
    onRequest: (request) => {
      request.socket.write('HTTP/1.1 101 X\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    },
  });
  expect(statuses(await wire.exchange(raw('GET /info')))).toEqual([]);
});
