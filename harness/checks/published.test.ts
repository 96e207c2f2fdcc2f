import { expect, it } from 'vitest';
import { publishedPorts } from './published.ts';

const port = (hostIp: string, hostPort: number, containerPort = '6060/tcp') => ({
  ...{ hostIp, hostPort, containerPort, random: false },
});

it('writes published ports as -p does, with addresses that localhost does not reach', () => {
  const ports = [port('0.0.0.0', 6060), port('::', 6060), port('', 53, '53/udp'), port('192.168.56.101', 80)];
  expect(publishedPorts({ ports })).toEqual(['6060:6060', '53:53/udp', '192.168.56.101:80:6060']);
  expect(publishedPorts({ ports: [port('::', 6060)] })).toEqual([':::6060:6060']);
  expect(publishedPorts({ ports: [] })).toEqual([]);
});
