import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatewayForTest, httpMirror, received, tcpMirror } from './gateway.test-support.ts';

const get = (port: number, path = '/', headers = '') =>
  `GET http://mirror.test:${port}${path} HTTP/1.1\r\nHost: mirror.test:${port}\r\n${headers}Connection: close\r\n\r\n`;
const englishRemarks = (gateway: { remarks: { text: { en: string } }[] }) =>
  gateway.remarks.map(({ text }) => text.en);

describe('a request to a mirror', () => {
  it('is written anew: path and harmless headers pass, names, credentials and hop-by-hop headers do not', async () => {
    const mirror = await httpMirror((_request, response) =>
      response
        .writeHead(200, { etag: '"1"', 'set-cookie': 'a=b', 'x-other': '1', 'content-length': 7 })
        .end('package'),
    );
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`);
    const secret =
      'User-Agent: apt\r\nRange: bytes=0-6\r\nAuthorization: Basic x\r\nProxy-Authorization: Basic x\r\nCookie: a=b\r\n' +
      'X-Forwarded-For: 1.1.1.1\r\nUpgrade: websocket\r\nTE: trailers\r\nKeep-Alive: 5\r\n';
    const request = get(mirror.port, '/pool/a.deb?x=1', secret).replace(/^Host: .*$/m, 'Host: evil.test');
    const answer = await exchange(request);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toMatch(/etag: "1"/i);
    expect(answer).not.toMatch(/set-cookie|x-other/i);
    expect(answer).toMatch(/\r\n\r\npackage$/);
    expect(mirror.asked[0]).toMatchObject({ method: 'GET', url: '/pool/a.deb?x=1' });
    expect(mirror.asked[0]?.headers).toEqual({
      host: `mirror.test:${mirror.port}`,
      'user-agent': 'apt',
      range: 'bytes=0-6',
      connection: 'close',
    });
    expect(gateway.remarks).toEqual([]);
    expect(() => gateway.requireMirrors()).not.toThrow();
  });

  it('may come in a row, as apt asks, and is answered in order', async () => {
    const mirror = await httpMirror(async (request, response) => {
      await sleep(request.url === '/1' ? 100 : 0);
      response.end(`answer ${request.url}`);
    });
    const { exchange } = await gatewayForTest(`mirror.test:${mirror.port}!private`);
    const keep = (path: string) => get(mirror.port, path).replace('Connection: close\r\n', '');
    const answer = await exchange(keep('/1') + keep('/2').replace('GET', 'HEAD') + get(mirror.port, '/3'));
    expect(answer.match(/answer \/\d|HTTP\/1\.1 200/g)).toEqual([
      ...['HTTP/1.1 200', 'answer /1', 'HTTP/1.1 200', 'HTTP/1.1 200', 'answer /3'],
    ]);
    expect(mirror.asked.map(({ method }) => method)).toEqual(['GET', 'HEAD', 'GET']);
  });

  it('gives redirects to the client instead of following them', async () => {
    const canary = await tcpMirror();
    const mirror = await httpMirror((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${canary.port}/` }).end(),
    );
    const { exchange } = await gatewayForTest(`mirror.test:${mirror.port}!private`);
    expect(await exchange(get(mirror.port))).toMatch(
      /^HTTP\/1\.1 302 Found\r\n(?:.+\r\n)*location: http:\/\/127/i,
    );
    expect(canary.connections()).toBe(0);
  });

  it.each([
    ['a body', 'Content-Length: 5\r\n', 'GET /x'],
    ['a chunked body', 'Transfer-Encoding: chunked\r\n', '0\r\n\r\n'],
    ['two framings', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'],
    ['two lengths', 'Content-Length: 0\r\nContent-Length: 5\r\n', 'hello'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\n', '0\r\n\r\n'],
    ['a folded header', 'X: 1\r\n Content-Length: 5\r\n', 'hello'],
    ['a bare CR', 'X: 1\rContent-Length: 5\r\n', 'hello'],
  ])('is refused with %s, and what follows it never is a request', async (_what, header, body) => {
    const mirror = await httpMirror();
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`);
    const request = get(mirror.port, '/', header).replace('Connection: close\r\n', '');
    await exchange(request + body + get(mirror.port, '/smuggled'));
    expect(mirror.asked).toEqual([]);
    expect(gateway.remarks).not.toEqual([]);
  });

  it('is refused in words for people and programs, and recorded with its line', async () => {
    const { exchange, gateway } = await gatewayForTest('mirror.test');
    const answer = await exchange('GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 drydock package gateway: not an allowed package mirror\r\n/);
    expect(answer).toContain('`evil.test` is not an allowed package mirror');
    await exchange('GET http://evil.test/again HTTP/1.1\r\nHost: evil.test\r\n\r\n');
    expect(gateway.remarks).toEqual([
      {
        line: 7,
        text: {
          ko: expect.stringContaining('허용된 미러: mirror.test'),
          en: expect.stringContaining('evil.test'),
        },
      },
    ]);
    expect(() => gateway.requireMirrors()).not.toThrow();
  });

  it('keeps as many remarks as it may and counts the rest', async () => {
    const { exchange, gateway } = await gatewayForTest('mirror.test', { limits: { remarks: 3 } });
    for (let count = 0; count < 5; count += 1)
      await exchange(`GET http://evil${count}.test/ HTTP/1.1\r\nHost: e\r\n\r\n`);
    expect(englishRemarks(gateway)).toHaveLength(4);
    expect(englishRemarks(gateway)[3]).toContain('2 more');
  });
});

describe('limits of requests', () => {
  it('cuts a download at the limit of the whole sandbox', async () => {
    const mirror = await httpMirror((_request, response) => response.end(Buffer.alloc(60_000)));
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, {
      limits: { downloadBytes: 100_000 },
    });
    expect((await exchange(get(mirror.port))).length).toBeGreaterThan(60_000);
    expect((await exchange(get(mirror.port))).length).toBeLessThan(50_000);
    expect(englishRemarks(gateway)).toEqual([expect.stringContaining('100000 bytes was downloaded')]);
  });

  it('takes no endless headers, from either side', async () => {
    const mirror = await httpMirror((_request, response) =>
      response.writeHead(200, { etag: 'x'.repeat(5000) }).end(),
    );
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, {
      limits: { headerBytes: 2048 },
    });
    await exchange(get(mirror.port, '/', `X: ${'x'.repeat(5000)}\r\n`));
    expect(mirror.asked).toEqual([]);
    expect(await exchange(get(mirror.port))).toMatch(/^HTTP\/1\.1 502/);
    expect(gateway.remarks).toHaveLength(2);
  });

  it('drops clients that do not finish their headers and those that say nothing', async () => {
    const { open } = await gatewayForTest('mirror.test', { limits: { headerMs: 200, clientIdleMs: 300 } });
    const slow = open();
    slow.write('GET http://mirror.test/ HTTP/1.1\r\nX: ');
    await Promise.all([received(slow), received(open())]);
  });

  it('opens no more connections to mirrors than it may', async () => {
    const mirror = await httpMirror(() => undefined);
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, {
      limits: { connections: 2, idleMs: 500 },
    });
    const keep = get(mirror.port).replace('Connection: close\r\n', '');
    await exchange(keep + keep + keep + keep);
    expect(mirror.asked).toHaveLength(2);
    expect(englishRemarks(gateway)).toContainEqual(expect.stringContaining('More than 2 connections'));
  });
});
