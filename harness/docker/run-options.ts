import type Dockerode from 'dockerode';

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

/** What every container carries that a check made, so that it is not taken for the student's. */
export const checkLabels = { 'drydock.check': 'true' };

/** The body of `POST /containers/create` for it. */
export function createOptions(options: RunOptions): Dockerode.ContainerCreateOptions {
  const ports = Object.entries(options.ports ?? {});
  return {
    Image: options.image,
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.hostname === undefined ? {} : { Hostname: options.hostname }),
    ...(options.cmd === undefined ? {} : { Cmd: options.cmd }),
    Env: Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`),
    Tty: options.tty ?? false,
    Labels: checkLabels,
    ExposedPorts: Object.fromEntries(ports.map(([port]) => [port, {}])),
    HostConfig: {
      PortBindings: Object.fromEntries(ports.map(([port, host]) => [port, [{ HostPort: String(host) }]])),
      ...(options.memoryBytes === undefined
        ? {}
        : { Memory: options.memoryBytes, MemorySwap: options.memoryBytes }),
    },
  };
}
