import type Dockerode from 'dockerode';
import { environment, list } from './image.ts';

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** A port of a container that the engine publishes. */
export interface PublishedPort {
  /** As Docker writes it: `6060/tcp`. */
  containerPort: string;
  hostIp: string;
  /** 0 where the engine has not chosen one yet. */
  hostPort: number;
  /** The engine chooses the host port: `-P`, or `-p` with the container's port alone. */
  random: boolean;
}

/** A container of the engine, from `GET /containers/{id}/json`. */
export interface Container {
  id: string;
  /** Without the leading slash. */
  name: string;
  imageId: string;
  /** The reference it was created from, as typed. */
  imageRef: string;
  state: ContainerState;
  exitCode: number;
  oomKilled: boolean;
  /** State.Error: why the engine could not start it; empty when it could. */
  error: string;
  /** 0 when it is not running; a process id in the engine's PID namespace. */
  pid: number;
  created: string;
  startedAt: string;
  finishedAt: string;
  restartCount: number;
  hostname: string;
  /** The program and its arguments as they were started: Path and Args. */
  command: string[];
  entrypoint: string[];
  cmd: string[];
  env: Record<string, string>;
  labels: Record<string, string>;
  tty: boolean;
  openStdin: boolean;
  workingDir: string;
  ports: PublishedPort[];
  /** What its image or `--expose` says it listens on, published or not: `6060/tcp`. */
  exposedPorts: string[];
  networkMode: string;
  ipAddress: string;
  restartPolicy: { name: string; maximumRetryCount: number };
  autoRemove: boolean;
  /** HostConfig.LogConfig */
  log: { driver: string; options: Record<string, string> };
  logPath: string;
  memoryBytes: number;
  mounts: { type: string; source: string; destination: string; readOnly: boolean }[];
}

/** A container as the API tells it. */
export function containerOf(info: Dockerode.ContainerInspectInfo): Container {
  const { Config: config, HostConfig: host, State: state } = info;
  return {
    id: info.Id,
    name: info.Name.replace(/^\//, ''),
    imageId: info.Image,
    imageRef: config.Image,
    state: state.Status as ContainerState,
    exitCode: state.ExitCode,
    oomKilled: state.OOMKilled,
    error: state.Error,
    pid: state.Pid,
    created: info.Created,
    startedAt: state.StartedAt,
    finishedAt: state.FinishedAt,
    restartCount: info.RestartCount,
    hostname: config.Hostname,
    command: [info.Path, ...info.Args],
    entrypoint: list(config.Entrypoint),
    cmd: list(config.Cmd),
    env: environment(config.Env),
    labels: config.Labels,
    tty: config.Tty,
    openStdin: config.OpenStdin,
    workingDir: config.WorkingDir,
    ports: publishedPorts(info),
    exposedPorts: Object.keys(config.ExposedPorts ?? {}),
    networkMode: host.NetworkMode ?? '',
    ipAddress: Object.values(info.NetworkSettings.Networks ?? {})[0]?.IPAddress ?? '',
    restartPolicy: {
      name: host.RestartPolicy?.Name ?? 'no',
      maximumRetryCount: host.RestartPolicy?.MaximumRetryCount ?? 0,
    },
    autoRemove: host.AutoRemove ?? false,
    log: { driver: host.LogConfig?.Type ?? '', options: host.LogConfig?.Config ?? {} },
    logPath: info.LogPath,
    memoryBytes: host.Memory ?? 0,
    mounts: info.Mounts.map(({ Type, Source, Destination, RW }) => ({
      type: Type,
      source: Source,
      destination: Destination,
      readOnly: !RW,
    })),
  };
}

/**
 * Ports that are published now (NetworkSettings.Ports), or, of a container that is not running, those it was
 * created with (HostConfig.PortBindings): the engine forgets the former at stop.
 */
function publishedPorts(info: Dockerode.ContainerInspectInfo): PublishedPort[] {
  const live = info.NetworkSettings.Ports ?? {};
  const asked = (info.HostConfig.PortBindings ?? {}) as Record<
    string,
    { HostIp?: string; HostPort?: string }[] | null
  >;
  const source = Object.values(live).some((bindings) => bindings?.length) ? live : asked;
  const wished = (port: string) => (asked[port] ?? []).some(({ HostPort }) => Number(HostPort ?? 0) > 0);
  return Object.entries(source).flatMap(([containerPort, bindings]) =>
    (bindings ?? []).map((binding) => ({
      containerPort,
      hostIp: binding.HostIp ?? '',
      hostPort: Number(binding.HostPort ?? 0),
      random: !wished(containerPort),
    })),
  );
}
