import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { raw, statuses, textOf, until, Wire } from './cases/wire.test-support.ts';

const create = 'POST /containers/create';
const chunk = (size: number) => `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`;

it('refuses a JSON body beyond its cap, announced or not', async () => {
  await using wire = await Wire.open({}, { limits: { jsonBytes: 1_000 } });
  const announced = raw(create, ['Content-Length: 1001'], 'a'.repeat(1_001));
  const chunked = raw(create, ['Transfer-Encoding: chunked'], `${chunk(600)}${chunk(600)}0\r\n\r\n`);
  for (const bytes of [announced, chunked]) expect(statuses(await wire.exchange(bytes))).toEqual([413]);
  expect(wire.reached).toEqual([]);
});

it('refuses an upload beyond its cap, announced or not', async () => {
  await using wire = await Wire.open(
    { onRequest: (request) => request.resume() },
    { limits: { uploadBytes: 1_000 } },
  );
  const announced = raw('POST /build', ['Content-Length: 1001'], 'a'.repeat(1_001));
  const chunked = raw('POST /build', ['Transfer-Encoding: chunked'], `${chunk(600)}${chunk(600)}0\r\n\r\n`);
  for (const bytes of [announced, chunked]) expect(statuses(await wire.exchange(bytes))).toEqual([413]);
  const copied = raw('PUT /containers/web/archive?path=/', ['Content-Length: 1001'], 'a'.repeat(1_001));
  expect(statuses(await wire.exchange(copied))).toEqual([413]);
  const advised = wire.gate.calls.map(({ error }) => error?.includes('.dockerignore'));
  expect(advised).toEqual([true, true, false]);
});

it('gives up on a body that does not come', async () => {
  await using wire = await Wire.open(
    { onRequest: (request) => request.resume() },
    { limits: { bodyMs: 50, uploadIdleMs: 50 } },
  );
  const slow = ['Content-Length: 20'];
  expect(statuses(await wire.exchange(raw(create, slow, '{')))).toEqual([408]);
  expect(statuses(await wire.exchange(raw('PUT /containers/web/archive?path=/', slow, 'x')))).toEqual([408]);
  const upgrade = [...slow, 'Connection: Upgrade', 'Upgrade: tcp'];
  expect(statuses(await wire.exchange(raw('POST /exec/abc/start', upgrade, '{')))).toEqual([408]);
});

it('notes a body that ends too early', async () => {
  await using wire = await Wire.open();
  const socket = wire.connect();
  socket.end(raw(create, ['Content-Length: 20'], '{'));
  await until(() => typeof wire.gate.calls[0]?.durationMs === 'number');
  expect(wire.gate.calls[0]).toMatchObject({ durationMs: expect.any(Number) });
  expect(wire.reached).toEqual([]);
});

it('closes a connection whose headers do not come, or are too large', async () => {
  await using wire = await Wire.open({}, { limits: { headerMs: 100, headerBytes: 2_000 } });
  const began = performance.now();
  await wire.exchange('GET /info HTTP/1.1\r\nHost: d\r\n', 2_000);
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(statuses(await wire.exchange(raw('GET /info', [`X: ${'a'.repeat(3_000)}`])))).toEqual([431]);
  expect(wire.gate.calls).toMatchObject([
    { method: '', status: 431, refused: true, error: expect.stringContaining('malformed') },
  ]);
});

it('closes connections beyond the cap at once', async () => {
  await using wire = await Wire.open({}, { limits: { connections: 2 } });
  const held = [wire.connect(), wire.connect()];
  await Promise.all(held.map((socket) => once(socket, 'connect')));
  expect(await wire.exchange(raw('GET /info'))).toBe('');
  held[0]?.destroy();
  await sleep(30);
  expect(statuses(await wire.exchange(raw('GET /info')))).toEqual([200]);
  held[1]?.destroy();
});

it('serves one request of a connection at a time', async () => {
  await using wire = await Wire.open({
    onRequest: (_request, response) => setTimeout(() => response.end('{}'), 50),
  });
  expect(statuses(await wire.exchange(raw('GET /info').repeat(2)))).toEqual([200, 403]);
  expect(wire.reached).toEqual(['GET /info']);
  await wire.exchange(raw('GET /info').repeat(1_000));
  expect(wire.reached.length).toBeLessThanOrEqual(2);
  expect(wire.gate.calls.length).toBeLessThan(2_000);
  const mixed = raw('POST /containers/web/attach', ['Connection: Upgrade', 'Upgrade: tcp']);
  expect(statuses(await wire.exchange(`${raw('GET /info')}${mixed}`))).toEqual([]);
});

it('keeps so many calls, counts the rest, and tells listeners of all', async () => {
  await using wire = await Wire.open({}, { limits: { calls: 2 } });
  const told: string[] = [];
  const stop = wire.gate.onCall(({ path }) => told.push(path));
  for (const path of ['/info', '/plugins', '/version'])
    await wire.exchange(raw(`GET ${path}`, ['Connection: close']));
  stop();
  await wire.exchange(raw('GET /info', ['Connection: close']));
  expect(wire.gate.calls.map(({ path }) => path)).toEqual(['/info', '/plugins']);
  expect(wire.gate.droppedCalls).toBe(2);
  expect(told).toEqual(['/info', '/plugins', '/version']);
});

it('keeps short bodies alone in the record, and cuts long paths and values', async () => {
  await using wire = await Wire.open();
  const body = JSON.stringify({ Cmd: ['a'.repeat(5_000)] });
  await wire.exchange(raw(create, [`Content-Length: ${body.length}`], body));
  await wire.exchange(raw(`GET /nowhere/${'a'.repeat(5_000)}`));
  await wire.exchange(raw(`GET /events?filters=${'a'.repeat(5_000)}`));
  expect(wire.reached).toHaveLength(2);
  expect(wire.gate.calls[0]?.body).toBeNull();
  expect(wire.gate.calls[1]?.path).toHaveLength(1_000);
  expect(wire.gate.calls[2]?.query.filters).toHaveLength(1_000);
});

it('keeps so many bytes, however they are spread over calls', async () => {
  await using wire = await Wire.open({}, { limits: { recordBytes: 3_000 } });
  const body = JSON.stringify({ Cmd: ['a'.repeat(1_000)] });
  const bytes = raw(create, [`Content-Length: ${body.length}`], body);
  for (let sent = 0; sent < 4; sent += 1) await wire.exchange(bytes);
  expect(wire.gate.calls.map((call) => call.body !== null)).toEqual([true, true, false, false]);
  await wire.exchange(raw(`GET /events?filters=${'a'.repeat(900)}`));
  expect(wire.gate.droppedCalls).toBe(1);
  expect(wire.reached).toHaveLength(5);
});

it('stops reading from the engine while the client does not read', async () => {
  let written = 0;
  await using wire = await Wire.open({
    onRequest: (_request, response) => {
      const fill = () => {
        while (response.write(Buffer.alloc(65_536))) written += 65_536;
      };
      response.on('drain', fill);
      fill();
    },
  });
  const socket = wire.connect();
  socket.write(raw('GET /images/a/get'));
  await sleep(200);
  expect(written).toBeLessThan(8 << 20);
  socket.destroy();
  textOf(socket);
});
