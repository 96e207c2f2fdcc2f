/** What the JSON bodies of requests may say, by request. */
import { hostConfig, port } from './host-config.ts';
import { endpoint, networkCreate, networkingConfig } from './networks.ts';
import { resources, restartPolicy } from './resources.ts';
import {
  flag,
  integer,
  listOf,
  type Members,
  mapOf,
  matching,
  objectOf,
  oneOf,
  type Rule,
  text,
  texts,
  unset,
} from './rule.ts';

const nothing = objectOf({});

/** A container's own configuration, as in `docker run`, `docker commit` and an image. */
const config: Members = {
  Hostname: text,
  Domainname: text,
  User: text,
  AttachStdin: flag,
  AttachStdout: flag,
  AttachStderr: flag,
  ExposedPorts: mapOf(nothing, port),
  Tty: flag,
  OpenStdin: flag,
  StdinOnce: flag,
  Env: listOf(text),
  Cmd: texts,
  Healthcheck: objectOf({
    Test: listOf(text),
    Interval: integer(0),
    Timeout: integer(0),
    StartPeriod: integer(0),
    StartInterval: integer(0),
    Retries: integer(0),
  }),
  ArgsEscaped: flag,
  Image: text,
  Volumes: mapOf(nothing, matching('a path in the container', /^\/[^:\0]*$/, 'volume-path')),
  WorkingDir: text,
  Entrypoint: texts,
  NetworkDisabled: flag,
  MacAddress: text,
  OnBuild: listOf(text),
  Labels: mapOf(text),
  StopSignal: text,
  StopTimeout: integer(),
  Shell: listOf(text),
};
const privileged = unset('exec-privileged', 'Run the command without `--privileged`.');
const size = listOf(integer(0, 65_535));

/** By name, so that routes are data. Every one is an object; members that are not listed are refused. */
export const bodyRules = {
  none: nothing,
  containerCreate: objectOf(
    { ...config, HostConfig: hostConfig, NetworkingConfig: networkingConfig },
    "a container's configuration with HostConfig and NetworkingConfig",
  ),
  containerUpdate: objectOf(
    { ...resources, RestartPolicy: restartPolicy },
    'the limits of HostConfig and RestartPolicy',
  ),
  commit: objectOf(
    { ...config, HostConfig: unset('commit-host-config') },
    "a container's configuration without HostConfig",
  ),
  execCreate: objectOf({
    User: text,
    Privileged: privileged,
    Tty: flag,
    ConsoleSize: size,
    AttachStdin: flag,
    AttachStderr: flag,
    AttachStdout: flag,
    Detach: flag,
    DetachKeys: text,
    Env: listOf(text),
    WorkingDir: text,
    Cmd: texts,
  }),
  execStart: objectOf({ Detach: flag, Tty: flag, ConsoleSize: size }),
  networkCreate: objectOf(networkCreate),
  networkConnect: objectOf({ Container: text, EndpointConfig: endpoint }),
  networkDisconnect: objectOf({ Container: text, Force: flag }),
  volumeCreate: objectOf({
    Name: text,
    Driver: oneOf(['local'], 'volume-driver'),
    DriverOpts: unset('volume-options', 'Create a plain volume: `docker volume create <name>`.'),
    Labels: mapOf(text),
    ClusterVolumeSpec: unset('volume-options'),
  }),
} satisfies Record<string, Rule>;

/** Which JSON body a route takes. */
export type BodyRule = keyof typeof bodyRules;
