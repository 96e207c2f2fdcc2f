import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { helloWith, serverName } from './client-hello.test-support.ts';
import { gatewayForTest, httpMirror, received } from './gateway.test-support.ts';

it('stands whatever clients send and whenever they leave, and passes nothing on that the list does not name', async () => {
  const mirror = await httpMirror((_request, response) => response.end(Buffer.alloc(200_000)));
  const host = `mirror.test:${mirror.port}`;
  const { open, exchange, gateway } = await gatewayForTest(`${host}!private`, {
    limits: { headerMs: 100, idleMs: 100, clientIdleMs: 200 },
  });
  const hello = helloWith(serverName('mirror.test')).toString('latin1');
  const request = (scheme: string) =>
    `GET ${scheme}://${host}/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
  const whole = [request('http'), request('https'), `CONNECT ${host} HTTP/1.1\r\nHost: x\r\n\r\n${hello}`];
  const bytes = fc.tuple(fc.constantFrom(...whole), fc.nat(400), fc.nat(255), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 12 }), fc.nat(20), async (clients, waitMs) => {
      await Promise.all(
        clients.map(async ([text, at, value, rude]) => {
          const sent = Buffer.from(text.repeat(2), 'latin1');
          sent[at % sent.length] = value;
          const socket = open();
          const answered = received(socket);
          socket.write(sent.subarray(0, rude ? at : sent.length));
          await sleep(waitMs);
          if (rude) socket.destroy();
          await answered;
        }),
      );
    }),
    { numRuns: 20 },
  );
  expect(mirror.asked.every(({ headers, method }) => headers.host === host && method === 'GET')).toBe(true);
  await exchange(`GET http://evil.test/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(gateway.remarks.length).toBeGreaterThan(0);
});
