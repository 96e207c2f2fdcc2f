import { expect, test } from 'vitest';
import { mirrorsIn } from './mirrors.ts';

test('finds the hosts of apk, apt and yum lists, each once', () => {
  const lists = `https://apk.example.org/alpine/v3.17/main
https://apk.example.org/alpine/v3.17/community
deb http://Deb.example.org/debian bookworm main
# deb http://commented.example.org/debian bookworm main
URIs: http://security.example.org/debian-security
mirrorlist=http://list.example.org/?release=7&arch=x86_64
`;
  expect(mirrorsIn(lists)).toEqual([
    'apk.example.org',
    'deb.example.org',
    'security.example.org',
    'list.example.org',
  ]);
});

test('finds none where there is none', () => {
  expect(mirrorsIn('')).toEqual([]);
  expect(mirrorsIn('cdrom:[Debian]/ bookworm main\nfile:///packages\nhttp://localhost/x')).toEqual([]);
});
