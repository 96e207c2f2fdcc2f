import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestCases } from './cases/requests.test-support.ts';
import { raw, statuses, Wire } from './cases/wire.test-support.ts';
import { readTarget } from './request-target.ts';

const headers = fc.subarray([
  'Content-Length: 2',
  'Content-Length: 0',
  'Transfer-Encoding: chunked',
  'Connection: Upgrade',
  'Upgrade: tcp',
  'Upgrade: h2c',
  'Expect: 100-continue',
  'Connection: close',
  'Content-Type: application/x-www-form-urlencoded',
]);
const request = fc
  .tuple(
    fc.constantFrom(...requestCases),
    headers,
    fc.constantFrom('', '{}', '2\r\n{}\r\n0\r\n\r\n', '{"Privileged":true}'),
  )
  .map(([{ method, url }, lines, body]) => raw(`${method} ${url}`, lines, body));
/** Requests run together, cut short or with bytes thrown in: what a parser may take for something else. */
const stream = fc
  .tuple(
    fc.array(request, { minLength: 1, maxLength: 3 }),
    fc.nat(),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .map(([requests, at, odd]) => {
    const text = requests.join('');
    const place = at % (text.length + 1);
    return Buffer.from(`${text.slice(0, place)}${odd}${text.slice(place)}`, 'latin1');
  });

it('lets nothing through that the policy does not allow, whatever bytes come, and goes on serving', {
  timeout: 30_000,
}, async () => {
  await using wire = await Wire.open({
    onRequest: (request, response) => void request.resume().on('end', () => response.end('{}')),
  });
  const began = performance.now();
  // On a busy machine most clients have given up before they are served: then there are more of them.
  const served = () => wire.reached.length > 20 || performance.now() - began > 20_000;
  for (let round = 0; round < 10 || !served(); round += 1) {
    await Promise.all(fc.sample(stream, 40).map((bytes) => wire.exchange(bytes, 60)));
  }
  expect(wire.reached.length).toBeGreaterThan(20);
  for (const line of new Set(wire.reached)) {
    const [method = '', url = ''] = line.split(' ');
    expect(`${line}: ${readTarget(method, url).refusal?.id}`).toBe(`${line}: undefined`);
  }
  expect(statuses(await wire.exchange(raw('GET /_ping')))).toEqual([200]);
});
