import { expect, it } from 'vitest';
import { raw, statuses, Wire } from './cases/wire.test-support.ts';
import { readTarget } from './request-target.ts';

const dash = '%E2%80%93';

/** What a slip makes of a request, such as the dash in `docker rm –f web`, and Docker's answer to it. */
it.each<[request: string, status: number, message: string]>([
  [`DELETE /v1.45/containers/${dash}f?force=1`, 404, 'No such container: –f'],
  [`GET /v1.45/containers/${dash}it/json`, 404, 'No such container: –it'],
  [`POST /containers/a%25b/stop`, 404, 'No such container: a%b'],
  ['POST /containers/%EC%9B%B9/start', 404, 'No such container: 웹'],
  ['GET /containers/_web/json', 404, 'No such container: _web'],
  ['GET /containers/a+b/logs?stdout=1', 404, 'No such container: a+b'],
  ['GET /v1.45/images/%7B%7B.Id%7D%7D/json', 400, 'invalid reference format'],
  [`DELETE /images/${dash}f`, 400, 'invalid reference format'],
  ['GET /networks/%7Ba%7D', 404, 'network {a} not found'],
  ['GET /volumes/%3Cnone%3E', 404, 'get <none>: no such volume'],
  [`GET /plugins/${dash}f/json`, 404, 'plugin "–f" not found'],
])('%s is answered as Docker answers', async (line, status, message) => {
  await using wire = await Wire.open();
  const received = await wire.exchange(raw(line));
  expect(statuses(received)).toEqual([status]);
  expect(Buffer.from(received, 'latin1').toString()).toContain(JSON.stringify({ message }));
  expect(wire.reached).toEqual([]);
  expect(wire.gate.calls).toMatchObject([{ status, error: message, refused: false }]);
});

it('answers so where a connection would be switched, too', async () => {
  await using wire = await Wire.open();
  const upgrade = ['Connection: Upgrade', 'Upgrade: tcp'];
  expect(await wire.exchange(raw(`POST /containers/${dash}it/attach`, upgrade))).toContain(
    'No such container',
  );
  expect(wire.reached).toEqual([]);
});

it.each([
  '/containers/%63reate',
  '/containers/web/%73tart',
  '/containers/%2e%2e/start',
  '/containers/%2E/start',
  '/containers/a%2Fb/start',
  '/containers/a%5Cb/start',
  '/containers/a%00b/start',
  '/containers/a%0Ab/start',
  '/containers/%ff/start',
  '/containers/\u00e2/start',
  '/containers//start',
  '/containers/a%20b/../create',
  '/containers/a%20b/nowhere',
  '/nowhere/a%20b/start',
  '/a%20b',
])('%s stays refused: it may be read in two ways, or is nothing that Docker offers', (path) => {
  expect(readTarget('POST', path).refusal?.id).toMatch(/^(path-form|route-unknown)$/);
});
