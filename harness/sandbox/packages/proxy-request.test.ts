import { describe, expect, it } from 'vitest';
import { packageHosts } from './package-hosts.ts';
import { readRequest } from './proxy-request.ts';
import type { RefusalId } from './refusal.ts';

const hosts = packageHosts('mirror.example cache.example:3142');
const read = (method: string, target: string, headers = {}) => readRequest(method, target, headers, hosts);

describe('readRequest', () => {
  it.each([
    ['GET', 'http://mirror.example/debian/Release?x=1', 'plain', 80, '/debian/Release?x=1'],
    ['HEAD', 'http://MIRROR.Example:80/a', 'plain', 80, '/a'],
    ['GET', 'http://mirror.example', 'plain', 80, '/'],
    ['GET', 'https://mirror.example/a', 'tls', 443, '/a'],
    ['GET', 'http://cache.example:3142/a', 'plain', 3142, '/a'],
    ['CONNECT', 'mirror.example:443', 'tls', 443, ''],
    ['CONNECT', 'cache.example:3142', 'tls', 3142, ''],
  ])('allows %s %s', (method, target, transport, port, path) => {
    expect(read(method, target).allowed).toMatchObject({
      transport,
      port,
      path,
      host: /(mirror|cache)\.example/.exec(target.toLowerCase())?.[0],
    });
  });

  it.each<[RefusalId, string, string[]]>([
    ['method', 'POST', ['http://mirror.example/']],
    ['method', 'PUT', ['http://mirror.example/', '*']],
    ['method', 'get', ['http://mirror.example/']],
    ['method', 'OPTIONS', ['*']],
    [
      'form',
      'GET',
      [
        ...[
          '/',
          '',
          '*',
          'mirror.example:80',
          '//mirror.example/',
          'http:/mirror.example/',
          'HTTP://mirror.example/',
        ],
        ...[
          'ftp://mirror.example/',
          'file:///etc/passwd',
          'http:///etc',
          'gopher://mirror.example/',
          'unix:/a',
        ],
        ...[
          'http://user@mirror.example/',
          'http://mirror.example@evil.example/',
          'http://evil.example#@mirror.example/',
        ],
        ...['http://mirror.example\\.evil.example/', 'http://mirror.example?x', 'http://mirror.example/a#b'],
        ...['http://mirror.example:/', 'http://mirror.example:80:80/', 'http://mirror.example:123456/'],
        ...['http://mirror.example/a b', 'http://mirror.example/\x7f', 'http://mirror.example/\u00e9'],
        `http://mirror.example/${'a'.repeat(5000)}`,
      ],
    ],
    [
      'form',
      'CONNECT',
      [
        'mirror.example',
        '/',
        'https://mirror.example:443',
        'user@mirror.example:443',
        'mirror.example:443/',
        '',
      ],
    ],
    [
      'host',
      'GET',
      [
        ...[
          'http://evil.example/',
          'http://mirror.example.evil.example/',
          'http://mirror.example./',
          'http://a.mirror.example/',
        ],
        ...[
          'http://127.0.0.1/',
          'http://localhost/',
          'http://169.254.169.254/latest',
          'http://[::1]/',
          'http://[::ffff:7f00:1]/',
        ],
        ...[
          'http://2130706433/',
          'http://0x7f.1/',
          'http://mirror.example%00.evil/',
          'http://mirror.example\t/',
          'http:// mirror.example/',
        ],
      ],
    ],
    [
      'host',
      'CONNECT',
      ['evil.example:443', '127.0.0.1:443', '[::1]:443', '172.17.0.1:443', 'mirror.example.:443'],
    ],
    [
      'port',
      'GET',
      [
        'http://mirror.example:443/',
        'http://mirror.example:22/',
        'http://mirror.example:0/',
        'https://mirror.example:80/',
      ],
    ],
    ['port', 'GET', ['http://mirror.example:65616/', 'http://cache.example/', 'http://mirror.example:3142/']],
    [
      'port',
      'CONNECT',
      ['mirror.example:80', 'mirror.example:22', 'mirror.example:8443', 'cache.example:443'],
    ],
  ])('refuses by %s: %s (case %#)', (id, method, targets) => {
    expect(targets.map((target) => [target, read(method, target).refusal?.id])).toEqual(
      targets.map((target) => [target, id]),
    );
  });

  it.each([{ 'content-length': '1' }, { 'content-length': 'x' }, { 'transfer-encoding': 'chunked' }])(
    'refuses a body: %j',
    (headers) => {
      expect(read('GET', 'http://mirror.example/', headers).refusal?.id).toBe('body');
      expect(read('GET', 'http://mirror.example/', { 'content-length': '0' }).refusal).toBeUndefined();
    },
  );

  it('says what was asked in words that carry nothing but printable ASCII, and not much of it', () => {
    const { text } = read('GET', `http://evil\x1b;31m\`한${'x'.repeat(300)}/`).refusal ?? {};
    expect(text?.en).toContain("evil?;31m'?xx");
    expect(text?.en).not.toMatch(/[^\x20-\x7e…]/);
    expect(text?.en.length).toBeLessThan(300);
  });
});
