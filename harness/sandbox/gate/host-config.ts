import { binds, mounts, name, tmpfs } from './mounts.ts';
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
  rule,
  text,
  unset,
} from './rule.ts';

const own = 'Leave the option out: each container gets a namespace of its own.';
const container = `container:${name}`;
const network = 'Use a network of your own (`docker network create`) or publish a port (`-p 6060:6060`).';

/** What Docker gives every container (moby oci/caps/defaults.go); asking for one of them by name adds nothing. */
const defaultCapabilities = new Set(
  (
    'CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL ' +
    'AUDIT_WRITE'
  ).split(' '),
);
const capability = rule(
  "a capability of Docker's default set",
  'capability',
  (value) =>
    typeof value === 'string' &&
    /^[A-Za-z_]+$/.test(value) &&
    defaultCapabilities.has(value.toUpperCase().replace(/^CAP_/, '')),
  "Docker's default capabilities are there; the exercises need no more.",
);

const securityOption = matching(
  '`no-new-privileges`',
  /^no-new-privileges([:=](true|false))?$/,
  'security-option',
  'Leave the option out: the default seccomp and AppArmor profiles stay on.',
);

/** A network by name: the host's own is refused whatever its case. */
export const networkName = matching(
  'a network by name, not `host`',
  new RegExp(`^(?!host$)${name}$`, 'i'),
  'host-network',
  network,
);

const logOptions = ['max-size', 'max-file', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag'];
const logConfig = objectOf({
  Type: oneOf(
    ['json-file', 'local', 'none'],
    'log-driver',
    'Use `--log-driver json-file`, `local` or `none`.',
  ),
  Config: mapOf(text, oneOf([...logOptions, 'mode', 'max-buffer-size'], 'log-option')),
});

const portKey = /^\d{1,5}(-\d{1,5})?(\/(tcp|udp|sctp))?$/;
/** `6060/tcp`, as in ExposedPorts and PortBindings. */
export const port = matching('a port such as `6060/tcp`', portKey, 'port');

/** HostConfig of API 1.24 to 1.50, whole: what is not listed here is refused. */
export const hostConfigMembers: Members = {
  ...resources,
  Binds: binds,
  Mounts: mounts,
  Tmpfs: tmpfs,
  VolumesFrom: listOf(
    matching('a container by name', new RegExp(`^${name}(:(ro|rw|z|Z|nocopy))?$`), 'volumes-from'),
  ),
  VolumeDriver: oneOf(['local'], 'volume-driver'),
  LogConfig: logConfig,
  RestartPolicy: restartPolicy,
  NetworkMode: matching(
    'a network by name, not `host`, or `container:<name>`',
    new RegExp(`^(?!host$)(${name}|${container})$`, 'i'),
    'host-network',
    network,
  ),
  PortBindings: mapOf(
    listOf(objectOf({ HostIp: matching('an address', /^[0-9a-fA-F.:]+$/, 'port'), HostPort: text })),
    port,
  ),
  PublishAllPorts: flag,
  Dns: listOf(text),
  DnsOptions: listOf(text),
  DnsSearch: listOf(text),
  ExtraHosts: listOf(text),
  Links: listOf(text),
  Privileged: unset('privileged', 'Run the container without `--privileged`.'),
  CapAdd: listOf(capability),
  CapDrop: listOf(text),
  Capabilities: unset('capability'),
  SecurityOpt: listOf(securityOption),
  MaskedPaths: rule('not set', 'masked-paths', () => false),
  ReadonlyPaths: rule('not set', 'masked-paths', () => false),
  PidMode: matching('`container:<name>`', new RegExp(`^${container}$`), 'host-namespace', own),
  IpcMode: matching(
    '`private`, `shareable`, `none` or `container:<name>`',
    new RegExp(`^(private|shareable|none|${container})$`),
    'host-namespace',
    own,
  ),
  UTSMode: unset('host-namespace', own),
  UsernsMode: unset('host-namespace', own),
  CgroupnsMode: oneOf(['private'], 'host-namespace', own),
  Cgroup: unset('host-namespace', own),
  Runtime: oneOf(['runc'], 'runtime'),
  Isolation: oneOf(['default'], 'runtime'),
  Sysctls: unset('sysctl'),
  StorageOpt: unset('storage-option'),
  Annotations: unset('annotation', 'Use a label instead (`--label key=value`).'),
  ContainerIDFile: unset('container-id-file'),
  ShmSize: integer(0, 256 * 2 ** 20, 'shm-size'),
  OomScoreAdj: integer(0, 1000, 'oom-score'),
  GroupAdd: listOf(text),
  ReadonlyRootfs: flag,
  AutoRemove: flag,
  Init: flag,
  ConsoleSize: listOf(integer(0, 65_535)),
};

export const hostConfig = objectOf(hostConfigMembers, 'HostConfig, see its own table');
