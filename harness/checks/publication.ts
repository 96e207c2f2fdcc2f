import type { Container } from '../docker/index.ts';
import { publishedPorts } from './published.ts';

/** How a container's ports stand to the pair that was asked for, such as `6060:6060`. */
export interface Publication {
  /**
   * `asked`: that very pair, where `localhost` reaches it (`loopback`: where nothing but `localhost` does).
   * `address`: that pair, on an address that `localhost` does not reach. `random`: the container's port, on a host port
   * that the engine chose. `host-port`, `container-port`: one side is right, the other is not. `swapped`: the sides are
   * exchanged. `other`: both sides are others. `none`: nothing is published.
   */
  how:
    | 'asked'
    | 'loopback'
    | 'address'
    | 'random'
    | 'swapped'
    | 'host-port'
    | 'container-port'
    | 'other'
    | 'none';
  /** What is published, as `-p` writes it: `6061:6060, 8080:80`; `-` for nothing. */
  found: string;
  /** The host port at which `localhost` reaches the container's port; undefined where there is none. */
  reachedAt: number | undefined;
}

/** Tells how a container publishes a pair of ports (`host:container`, with `/udp` where it is not TCP). */
export function publicationOf({ ports }: Pick<Container, 'ports'>, wanted: string): Publication {
  const written = publishedPorts({ ports });
  const [host = '', inside = ''] = wanted.split(':');
  // What localhost reaches is written without an address.
  const reached = written.map((one) => one.split(':')).filter((sides) => sides.length === 2);
  const at = reached.find((sides) => sides[1] === inside)?.[0];
  return {
    how: ports.length === 0 ? 'none' : howOf(ports, written, { wanted, host, inside }),
    found: written.join(', ') || '-',
    reachedAt: written.includes(wanted) ? Number(host) : at ? Number(at) : undefined,
  };
}

function howOf(
  ports: Container['ports'],
  written: readonly string[],
  { wanted, host, inside }: Record<'wanted' | 'host' | 'inside', string>,
): Publication['how'] {
  const containerPort = inside.includes('/') ? inside : `${inside}/tcp`;
  const same = ports.filter((port) => port.containerPort === containerPort);
  if (written.includes(wanted)) {
    const addresses = same.filter(({ hostPort }) => hostPort === Number(host));
    return addresses.every(({ hostIp }) => hostIp === '127.0.0.1') ? 'loopback' : 'asked';
  }
  if (same.some(({ hostPort }) => hostPort === Number(host))) return 'address';
  if (same.some(({ random }) => random)) return 'random';
  if (written.some((one) => `:${one}`.endsWith(`:${inside}:${host}`))) return 'swapped';
  if (same.length > 0) return 'host-port';
  return ports.some(({ hostPort }) => hostPort === Number(host)) ? 'container-port' : 'other';
}
