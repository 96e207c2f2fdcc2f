import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import type { Container } from './container.ts';

/** A container that a check runs for itself. */
export interface RunOptions {
  image: string;
  name?: string;
  hostname?: string;
  cmd?: string[];
  env?: Record<string, string>;
  /** Host port by container port: `{ '6060/tcp': 40123 }`; 0 lets the engine choose one that is free. */
  ports?: Record<string, number>;
  tty?: boolean;
  memoryBytes?: number;
}

/** How a container that a check asked for came up. */
export interface Started {
  /** Undefined when the daemon did not even create it. */
  container: Container | undefined;
  /** The daemon's words when it could not create or start it; empty when it runs. */
  error: string;
}

/** The label of a daemon's own containers: random, so that none of the student's passes for one that a check made. */
export function checkMark(): Record<'drydock.check', string> {
  return { 'drydock.check': randomBytes(8).toString('hex') };
}

/** The body of `POST /containers/create` for it, with these labels. */
export function createOptions(
  options: RunOptions,
  labels: Record<string, string>,
): Dockerode.ContainerCreateOptions {
  const ports = Object.entries(options.ports ?? {});
  return {
    Image: options.image,
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.hostname === undefined ? {} : { Hostname: options.hostname }),
    ...(options.cmd === undefined ? {} : { Cmd: options.cmd }),
    Env: Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`),
    Tty: options.tty ?? false,
    Labels: labels,
    ExposedPorts: Object.fromEntries(ports.map(([port]) => [port, {}])),
    HostConfig: {
      PortBindings: Object.fromEntries(ports.map(([port, host]) => [port, [{ HostPort: String(host) }]])),
      ...(options.memoryBytes === undefined
        ? {}
        : { Memory: options.memoryBytes, MemorySwap: options.memoryBytes }),
    },
  };
}
