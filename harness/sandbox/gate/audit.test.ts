import { expect, it } from 'vitest';
import { raw, statuses, Wire } from './cases/wire.test-support.ts';

const noHost = (line: string) => `${line} HTTP/1.1\r\n\r\n`;

it.concurrent.each<[way: string, bytes: string, status: number | null, refused: boolean]>([
  ['a plain request', raw('GET /info'), 200, false],
  ['HTTP/1.0', 'GET /info HTTP/1.0\r\n\r\n', 200, false],
  ['no Host header', noHost('GET /info'), 200, false],
  ['no Host header for what is refused', noHost('GET /plugins'), 403, true],
  ['a promise of 100', raw('POST /containers/web/start', ['Expect: 100-continue']), 200, false],
  ['another expectation', raw('GET /info', ['Expect: a-miracle']), 417, true],
  ['CONNECT', raw('CONNECT 192.0.2.1:80'), 403, true],
  ['CONNECT to a path', raw('CONNECT /info'), 403, true],
  ['a protocol that is not there', raw('GET /info', ['Connection: Upgrade', 'Upgrade: x']), 403, true],
  ['bytes that are no HTTP', 'hello\r\n\r\n', 400, true],
])('%s leaves one record', async (_way, bytes, status, refused) => {
  await using wire = await Wire.open();
  const received = await wire.exchange(bytes);
  expect(statuses(received).filter((one) => one !== 100)).toEqual([status]);
  expect(wire.gate.calls).toHaveLength(1);
  expect(wire.gate.calls[0]).toMatchObject({ status, refused, durationMs: expect.any(Number) });
  expect(wire.reached).toHaveLength(refused ? 0 : 1);
});
