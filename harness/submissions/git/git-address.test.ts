import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import { gitAddress } from './git-address.ts';

const at = (written: string, local = false) => gitAddress(written, '/lists', local);
const refusal = (written: string, local = false) => {
  try {
    return { taken: at(written, local) };
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(HandedInTrouble);
    return (thrown as HandedInTrouble).reason.code;
  }
};

describe('an address of a repository', () => {
  test.each([
    [
      'https://github.com/octo/build-noderun-kim.git',
      'https://github.com/octo/build-noderun-kim.git',
      'build-noderun-kim',
    ],
    ['HTTPS://example.org/a/b/', 'https://example.org/a/b/', 'b'],
    ['ssh://git@example.org:2222/a/b.git', 'ssh://git@example.org:2222/a/b.git', 'b'],
    ['git@github.com:octo/lab.git', 'git@github.com:octo/lab.git', 'lab'],
    ['host:lab', 'host:lab', 'lab'],
  ])('%s', (written, url, name) => {
    expect(at(written)).toMatchObject({
      url,
      shown: url.replace('ssh://git@', 'ssh://'),
      name,
      local: false,
    });
  });

  test('a page’s address names the branch or commit, too', () => {
    expect(at('https://github.com/octo/lab/tree/main')).toMatchObject({
      url: 'https://github.com/octo/lab',
      ref: 'main',
      name: 'lab',
    });
    expect(at(`https://github.com/octo/lab/commit/${'a'.repeat(40)}`)).toMatchObject({ ref: 'a'.repeat(40) });
  });

  test('a password is apart from the address, and for its server alone', () => {
    const [url, origin] = ['https://example.org:8443/lab.git', 'https://example.org:8443'];
    for (const [written, user, password] of [
      ['kim:s%40cret', 'kim', 's@cret'],
      ['ghp_token', 'ghp_token', ''],
    ])
      expect(at(`https://${written}@example.org:8443/lab.git`)).toMatchObject({
        ...{ url, shown: url, credentials: { origin, user, password } },
      });
    expect(at(url).credentials).toBeUndefined();
    expect(refusal('https://kim:a%0Ahost=b@example.org/lab.git')).toBe('GIT_ADDRESS');
    expect(refusal('https://kim:%FF@example.org/lab.git')).toBe('GIT_ADDRESS');
  });

  test('on this machine only where that is allowed', () => {
    for (const written of ['/srv/lab', './lab', '../lab', 'file:///srv/lab', 'FILE:///srv/lab']) {
      expect(refusal(written)).toBe('GIT_LOCAL');
      expect(at(written, true)).toMatchObject({ local: true, name: 'lab' });
    }
    expect(at('./lab', true).url).toBe('/lists/lab');
  });

  test.each([
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'ext::sh -c id',
    'ext::sh',
    'fd::17',
    'ssh://-oProxyCommand=x/a',
    'ssh://host/-x',
    '-h:path',
    'host:-x',
    'host::x',
    'http://example.org/a',
    'git://example.org/a',
    'ftp://h/a',
    'a b:c',
    'https://',
    'https://h/a\nb',
    'file://host/share',
    'file+ssh://h/a',
    'lab',
    '',
    'C:\\lab',
    'ssh://h/a\u202e',
    'transport::https://example.org/a',
    'host\0:a',
  ])('%j is refused', (written) => {
    expect(refusal(written, true)).toBe('GIT_ADDRESS');
  });

  test.each(['https://kim:pa/s3cret@host/x', 'http://kim:s3cret@host/x', 'https://kim:s3cret@host:bad/x'])(
    'the refusal of %j shows no password',
    (written) => {
      expect(() => gitAddress(written, '/', false)).toThrow(/^(?!.*s3cret).*host.*is not taken/);
    },
  );

  test('whatever is written, git is never told an option, a helper or a local path unasked', () => {
    const piece = fc.constantFrom(
      '-',
      ':',
      '::',
      '/',
      '@',
      'ext',
      'file://',
      'https://',
      'ssh://',
      'h',
      '.',
      '\\',
      ' ',
      '%2d',
      '?',
      '#',
      '[',
      ']',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (written) => {
          const result = refusal(written);
          if (typeof result === 'string') return;
          expect(result.taken.url).toMatch(/^(https:\/\/[^/-]|ssh:\/\/[\w]|[\w][\w.@-]*:[^:-])/);
          expect(result.taken.url).not.toMatch(/^\w+::|\s/);
          expect(result.taken.local).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
