import { describe, expect, it } from 'vitest';
import { publicationOf } from './publication.ts';

const port = (hostIp: string, hostPort: number, inside = 6060, random = false) => ({
  ...{ hostIp, hostPort, containerPort: `${inside}/tcp`, random },
});

describe('publicationOf', () => {
  it.each([
    [[port('0.0.0.0', 6060), port('::', 6060)], { how: 'asked', found: '6060:6060', reachedAt: 6060 }],
    [[port('127.0.0.1', 6060)], { how: 'loopback', found: '6060:6060', reachedAt: 6060 }],
    [
      [port('192.168.56.101', 6060)],
      { how: 'address', found: '192.168.56.101:6060:6060', reachedAt: undefined },
    ],
    [[port('0.0.0.0', 49153, 6060, true)], { how: 'random', found: '49153:6060', reachedAt: 49153 }],
    [[port('', 6061)], { how: 'host-port', found: '6061:6060', reachedAt: 6061 }],
    [[port('', 6060, 6061)], { how: 'container-port', found: '6060:6061', reachedAt: undefined }],
    [[port('', 8080, 80)], { how: 'other', found: '8080:80', reachedAt: undefined }],
    [[], { how: 'none', found: '-', reachedAt: undefined }],
    [[port('', 6061), port('', 6060)], { how: 'asked', found: '6061:6060, 6060:6060', reachedAt: 6060 }],
  ])('of %j is %j', (ports, publication) => {
    expect(publicationOf({ ports }, '6060:6060')).toEqual(publication);
  });

  it('knows sides that are exchanged, and other protocols', () => {
    expect(publicationOf({ ports: [port('', 6060, 6061)] }, '6061:6060').how).toBe('swapped');
    const dns = { hostIp: '', hostPort: 53, containerPort: '53/udp', random: false };
    expect(publicationOf({ ports: [dns] }, '53:53/udp').how).toBe('asked');
    expect(publicationOf({ ports: [dns] }, '53:53').how).toBe('container-port');
  });
});
