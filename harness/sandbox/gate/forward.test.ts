import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { raw, statuses, textOf, until, Wire } from './cases/wire.test-support.ts';

it("passes on the checked JSON and the engine's answer, and records the call", async () => {
  let sent = '';
  await using wire = await Wire.open({
    onRequest: (request, response) => {
      request.on('data', (chunk) => {
        sent += chunk;
      });
      request.on('end', () => response.writeHead(201, { 'X-Engine': 'yes' }).end('{"Id":"abc"}'));
    },
  });
  const body = '{ "Image": "a",\n "Cmd": ["id"] }';
  const received = await wire.exchange(
    raw('POST /v1.45/containers/create?name=web', [`Content-Length: ${body.length}`], body),
  );
  expect(sent).toBe('{"Image":"a","Cmd":["id"]}');
  expect(received).toContain('X-Engine: yes'.toLowerCase());
  expect(received).toContain('{"Id":"abc"}');
  expect(wire.reached).toEqual(['POST /v1.45/containers/create?name=web']);
  expect(wire.gate.calls).toEqual([
    {
      id: 1,
      startedMs: expect.any(Number),
      durationMs: expect.any(Number),
      method: 'POST',
      path: '/containers/create',
      query: { name: 'web' },
      body: { Image: 'a', Cmd: ['id'] },
      status: 201,
      error: null,
      refused: false,
      line: 7,
    },
  ]);
});

it('answers a refusal as a Docker error on a connection that stays usable', async () => {
  await using wire = await Wire.open();
  const bad = JSON.stringify({ Image: 'a', HostConfig: { Privileged: true } });
  const socket = wire.connect();
  const received = textOf(socket);
  socket.write(raw('POST /containers/create', [`Content-Length: ${bad.length}`], bad));
  await until(() => received().includes('--privileged'));
  socket.write(raw('GET /_ping'));
  await until(() => statuses(received()).length === 2);
  expect(statuses(received())).toEqual([403, 200]);
  expect(received()).toContain('{"message":"drydock: HostConfig.Privileged=true is refused;');
  expect(wire.gate.calls[0]).toMatchObject({
    refused: true,
    status: 403,
    error: expect.stringContaining('drydock:'),
  });
  expect(wire.reached).toEqual(['GET /_ping']);
  socket.destroy();
});

it("records the engine's own errors, and cuts long ones", async () => {
  await using wire = await Wire.open({
    onRequest: (_request, response) =>
      response.writeHead(409).end(JSON.stringify({ message: 'x'.repeat(900) })),
  });
  await wire.exchange(raw('POST /containers/web/start'));
  expect(wire.gate.calls[0]).toMatchObject({ status: 409, refused: false, error: 'x'.repeat(500) });
});

it('sends what streams as it comes, tells that it is open, and lets it go when the client hangs up', async () => {
  let gone = false;
  await using wire = await Wire.open({
    onRequest: (_request, response) => {
      response.write('one\n');
      response.on('close', () => {
        gone = true;
      });
    },
  });
  const socket = wire.connect();
  const received = textOf(socket);
  socket.write(raw('GET /containers/web/logs?follow=1&stdout=1'));
  await until(() => received().includes('one'));
  expect(wire.gate.openStreams()).toMatchObject([
    { kind: 'logs', tty: false, call: { status: 200, durationMs: null } },
  ]);
  socket.destroy();
  await until(() => gone && wire.gate.openStreams().length === 0);
  expect(gone).toBe(true);
  expect(wire.gate.calls[0]).toMatchObject({ status: 200, error: null, durationMs: expect.any(Number) });
});

it('ends a stream whole when it is closed from here', async () => {
  await using wire = await Wire.open({ onRequest: (_request, response) => response.write('one\n') });
  const socket = wire.connect();
  const received = textOf(socket);
  socket.write(raw('GET /events'));
  await until(() => received().includes('one'));
  wire.gate.closeStream(wire.gate.openStreams()[0]?.call.id ?? 0);
  await once(socket, 'end');
  expect(received()).toMatch(/0\r\n\r\n$/);
  await until(() => wire.gate.openStreams().length === 0);
  expect(wire.gate.openStreams()).toEqual([]);
  socket.destroy();
});

it('notes a call that is ended from here before an answer came', async () => {
  await using wire = await Wire.open({ onRequest: () => undefined });
  const exchange = wire.exchange(raw('POST /containers/web/stop'), 2_000);
  await until(() => wire.reached.length === 1);
  expect(wire.gate.openStreams()).toMatchObject([{ kind: 'other', call: { status: null } }]);
  wire.gate.closeStream(wire.gate.openStreams()[0]?.call.id ?? 0);
  expect(await exchange).toBe('');
  expect(wire.gate.calls[0]).toMatchObject({
    status: null,
    error: expect.stringContaining('the sandbox ended'),
    refused: false,
  });
});

it('answers HEAD with headers alone', async () => {
  await using wire = await Wire.open({
    onRequest: (_request, response) => response.setHeader('X-Docker-Container-Path-Stat', 'e30=').end(),
  });
  const received = await wire.exchange(raw('HEAD /containers/web/archive?path=/'));
  expect(received).toContain('x-docker-container-path-stat: e30=');
  expect(wire.reached).toEqual(['HEAD /containers/web/archive?path=%2F']);
});

it('says 100 Continue only for what is allowed', async () => {
  await using wire = await Wire.open();
  const expecting = ['Expect: 100-continue', 'Content-Length: 2'];
  expect(statuses(await wire.exchange(raw('POST /containers/create', expecting, '{}')))).toEqual([100, 200]);
  expect(statuses(await wire.exchange(raw('POST /swarm/init', expecting)))).toEqual([403]);
});

it('waits for the engine to boot, answers refusals meanwhile, and says when it did not', async () => {
  const boot = Promise.withResolvers<void>();
  await using wire = await Wire.open({}, { ready: boot.promise });
  const early = wire.exchange(raw('GET /info', ['Connection: close']), 2_000);
  await sleep(30);
  expect(wire.reached).toEqual([]);
  expect(statuses(await wire.exchange(raw('GET /plugins')))).toEqual([403]);
  boot.reject(new TypeError('no engine'));
  expect(statuses(await early)).toEqual([502]);
  expect(wire.gate.calls[0]).toMatchObject({
    status: 502,
    refused: false,
    error: expect.stringContaining('did not start'),
  });
});

it('speaks as docker does when the daemon is down', async () => {
  await using wire = await Wire.open({}, { enginePath: '/nowhere/docker.sock' });
  expect(await wire.exchange(raw('GET /info'))).toContain('Is the docker daemon running?');
  expect(wire.gate.calls[0]).toMatchObject({ status: 502, refused: false });
});

it('streams a large upload and its answer', async () => {
  let bytes = 0;
  await using wire = await Wire.open({
    onRequest: (request, response) => {
      request.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      request.on('end', () => response.end(request.headers['content-type']));
    },
  });
  const upload = httpRequest({
    socketPath: wire.socketPath,
    method: 'POST',
    path: '/images/load',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const answered = once(upload, 'response');
  for (let sent = 0; sent < 64; sent += 1) upload.write(Buffer.alloc(1 << 20));
  upload.end();
  const [answer] = await answered;
  expect(Buffer.concat(await answer.toArray()).toString()).toBe('application/x-tar');
  expect(bytes).toBe(64 << 20);
});
