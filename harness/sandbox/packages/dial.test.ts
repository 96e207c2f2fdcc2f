import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { SandboxError } from '../../errors.ts';
import type { Resolve } from './dial.ts';
import { gatewayForTest, httpMirror, tcpMirror } from './gateway.test-support.ts';
import { PackageGateway } from './gateway.ts';
import { packageHosts } from './package-hosts.ts';

const get = (host: string) => `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
const at = (address: string): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 });

/** A resolver that gives one answer after another, the last one for ever, and counts. */
function answering(...answers: string[][]): { resolve: Resolve; asked: () => number } {
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return (answers[Math.min(asked, answers.length) - 1] ?? []).map(at);
  };
  return { resolve, asked: () => asked };
}

describe('the way to a mirror', () => {
  it.each([
    ...[
      '127.0.0.1',
      '10.0.0.1',
      '172.17.0.1',
      '192.168.0.1',
      '100.64.0.1',
      '169.254.169.254',
      '224.0.0.1',
      '0.0.0.0',
    ],
    ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'],
  ])('never leads to %s when the list does not say that the mirror is private', async (address) => {
    const canary = await tcpMirror();
    const { resolve } = answering([address]);
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${canary.port}`, { resolve });
    expect(await exchange(get(`mirror.test:${canary.port}`))).toMatch(
      /^HTTP\/1\.1 502 .*mirror address not public/,
    );
    expect(canary.connections()).toBe(0);
    expect(() => gateway.requireMirrors()).toThrow(SandboxError);
    expect(gateway.remarks[0]?.text.en).toContain(`has the address ${address}`);
  });

  it.each(['169.254.169.254', '0.0.0.0', '::ffff:127.0.0.1', '100.100.100.200', 'fd00:ec2::254', 'ff02::1'])(
    'never leads to %s, whatever the list says',
    async (address) => {
      const canary = await tcpMirror();
      const { exchange } = await gatewayForTest(`mirror.test:${canary.port}!private`, answering([address]));
      expect(await exchange(get(`mirror.test:${canary.port}`))).toMatch(/^HTTP\/1\.1 502 /);
      expect(canary.connections()).toBe(0);
    },
  );

  it('leads to the very address that was judged, though the name’s next answer is another', async () => {
    const mirror = await httpMirror();
    const canary = await tcpMirror('127.0.0.2', mirror.port);
    const { resolve, asked } = answering(['127.0.0.1'], ['127.0.0.2']);
    const { exchange } = await gatewayForTest(`mirror.test:${mirror.port}!private`, { resolve });
    expect(await exchange(get(`mirror.test:${mirror.port}`))).toMatch(/package$/);
    expect([asked(), canary.connections()]).toEqual([1, 0]);
  });

  it('is judged anew for each request', async () => {
    const mirror = await httpMirror();
    const { resolve } = answering(['127.0.0.1'], ['169.254.169.254']);
    const { exchange } = await gatewayForTest(`mirror.test:${mirror.port}!private`, { resolve });
    expect(await exchange(get(`mirror.test:${mirror.port}`))).toMatch(/^HTTP\/1\.1 200 /);
    expect(await exchange(get(`mirror.test:${mirror.port}`))).toMatch(/^HTTP\/1\.1 502 /);
    expect(mirror.asked).toHaveLength(1);
  });

  it('passes over addresses that are not allowed or do not answer', async () => {
    const mirror = await httpMirror();
    const { resolve } = answering(['169.254.169.254', '127.0.0.3', '127.0.0.1']);
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, { resolve });
    expect(await exchange(get(`mirror.test:${mirror.port}`))).toMatch(/^HTTP\/1\.1 200 /);
    expect(gateway.remarks).toEqual([]);
  });

  it.each<[string, Resolve, string]>([
    [
      'a name that is not found',
      () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
      'ENOTFOUND',
    ],
    ['a resolver that never answers', () => new Promise(() => undefined), 'no answer in time'],
    ['a name without addresses', async () => [], 'no address'],
    ['a port where nothing listens', async () => [at('127.0.0.1')], 'ECONNREFUSED'],
  ])('is the machine’s fault with %s', async (_what, resolve, why) => {
    const { exchange, gateway } = await gatewayForTest('mirror.test:9!private', {
      resolve,
      limits: { connectMs: 200 },
    });
    expect(await exchange(get('mirror.test:9'))).toMatch(/^HTTP\/1\.1 502 /);
    expect(gateway.remarks[0]?.text.en).toContain(why);
    expect(() => gateway.requireMirrors()).toThrow(expect.objectContaining({ code: 'PACKAGE_MIRROR' }));
  });

  it('is the machine’s fault with a mirror that is silent, unless it answers later', async () => {
    let silent = true;
    const mirror = await httpMirror((_request, response) => void (silent || response.end('package')));
    const { exchange, gateway } = await gatewayForTest(`mirror.test:${mirror.port}!private`, {
      limits: { idleMs: 200 },
    });
    await exchange(get(`mirror.test:${mirror.port}`));
    expect(() => gateway.requireMirrors()).toThrow('did not answer properly: no answer in time');
    silent = false;
    expect(await exchange(get(`mirror.test:${mirror.port}`))).toMatch(/package$/);
    expect(() => gateway.requireMirrors()).not.toThrow();
  });
});

it('says so when its socket cannot be made', async () => {
  const options = { hosts: packageHosts(undefined), line: () => null };
  const listening = PackageGateway.listen({
    ...options,
    socketPath: `/tmp/${'long'.repeat(40)}/packages.sock`,
  });
  await expect(listening).rejects.toMatchObject({ name: 'SandboxError', code: 'PACKAGE_GATEWAY_SOCKET' });
});
