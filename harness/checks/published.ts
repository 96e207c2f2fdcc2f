import type { Container } from '../docker/index.ts';

/** Host addresses of a published port that `localhost` reaches; without one Docker takes all addresses. */
const localhost = new Set(['', '0.0.0.0', '127.0.0.1']);

/**
 * A container's published ports as `-p` writes them, `6060:80`; with the address before them where `localhost` does not
 * reach it, since another server may answer there. A port on all addresses, which the engine lists for IPv4 and IPv6,
 * stands here once.
 */
export function publishedPorts({ ports }: Pick<Container, 'ports'>): string[] {
  const written = ports.map(({ hostIp, hostPort, containerPort }) => {
    const pair = `${hostPort}:${containerPort.replace(/\/tcp$/, '')}`;
    return { pair, address: localhost.has(hostIp) ? '' : hostIp };
  });
  const near = new Set(written.filter(({ address }) => address === '').map(({ pair }) => pair));
  const far = written.filter(({ pair, address }) => address !== '' && !(address === '::' && near.has(pair)));
  return [...near, ...new Set(far.map(({ pair, address }) => `${address}:${pair}`))];
}
