import { describe, expect, it } from 'vitest';
import { UsageError } from '../../errors.ts';
import { packageHosts } from './package-hosts.ts';

const own = ['mirror.base.example', 'security.base.example'];

describe('packageHosts', () => {
  it.each([undefined, '', ' , '])('is the base images’ own mirrors for %j', (text) => {
    const hosts = packageHosts(text, own);
    expect(hosts.names).toEqual(own);
    expect(hosts.find('mirror.base.example', 80, 'plain')).toMatchObject({ private: false });
  });

  it('reads names with ports and the permission for private networks, in any case', () => {
    const hosts = packageHosts(
      'Mirror.Example.org, cache.example.org:3142!private default de.example.de!private',
      own,
    );
    expect(hosts.find('MIRROR.example.ORG', 443, 'tls')).toMatchObject({ private: false });
    expect(hosts.find('cache.example.org', 3142, 'plain')).toMatchObject({ private: true });
    expect(hosts.find('de.example.de', 80, 'plain')).toMatchObject({ private: true });
    expect(hosts.names).toContain('security.base.example');
    const refined = packageHosts('default mirror.base.example!private', own);
    expect(refined.find('mirror.base.example', 80, 'plain')).toMatchObject({ private: true });
  });

  it('allows the usual port of the transport alone, or the named one alone', () => {
    const hosts = packageHosts('a.example b.example:8080');
    const allowed = (host: string) =>
      (['plain', 'tls'] as const).flatMap((transport) =>
        [80, 443, 8080, 22]
          .filter((port) => hosts.find(host, port, transport))
          .map((port) => `${transport} ${port}`),
      );
    expect(allowed('a.example')).toEqual(['plain 80', 'tls 443']);
    expect(allowed('b.example')).toEqual(['plain 8080', 'tls 8080']);
    expect(allowed('sub.a.example')).toEqual([]);
    expect(allowed('a.example.')).toEqual([]);
  });

  it.each([
    ...[
      '10.0.0.1',
      '127.0.0.1!private',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '::1',
      'http://a.example',
      'a.example/x',
    ],
    ...[
      '*.example.org',
      'a..example',
      '-a.example',
      'a.example.',
      'user@a.example',
      'a.example:0',
      'a.example:65536',
    ],
    ...[
      'a.example!public',
      'a.example!private:80',
      'ä.example',
      `${'a.'.repeat(130)}example`,
      `${'a'.repeat(64)}.b`,
    ],
  ])('turns down %j', (entry) => {
    expect(() => packageHosts(`default ${entry}`)).toThrow(UsageError);
  });
});
