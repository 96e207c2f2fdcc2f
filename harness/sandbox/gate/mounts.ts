/** What a container may see of the engine's file system: the workspace and named volumes. */
import { posix } from 'node:path';
import { quoted, type Refusal } from './refusal.ts';
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
  unset,
} from './rule.ts';

export const workspace = '/workspace';
/** Names of volumes, containers and networks, as Docker allows them. */
export const name = '[a-zA-Z0-9][a-zA-Z0-9_.-]*';

const useInstead = `Use a path inside ${workspace} (\`-v $PWD/dir:/dir\`) or a named volume.`;
const volumeName = new RegExp(`^${name}$`);
const modes = ['ro', 'rw', 'z', 'Z', 'nocopy', 'rprivate', 'private', 'consistent', 'cached', 'delegated'];
/** Harmless files of the engine that images for several time zones ask for, read-only. */
const clockFiles = ['/etc/localtime', '/etc/timezone'];
const badPath = /(^|\/)\.\.(\/|$)|\0/;

const outside = (at: string, source: unknown): Refusal => ({
  id: 'bind-outside',
  what: `${at}: the host path ${quoted(source)}`,
  instead: useInstead,
});

/**
 * Whether an absolute bind source lies in the workspace. `.` and doubled slashes mean the same to Docker and the kernel;
 * `..` does not once links are in the path, so it is refused wherever it stands.
 */
function bindSource(source: string, readOnly: boolean, at: string): Refusal | null {
  if (badPath.test(source)) return outside(at, source);
  const path = posix.normalize(source);
  if (path === workspace || path.startsWith(`${workspace}/`)) return null;
  return readOnly && clockFiles.includes(path) ? null : outside(at, source);
}

/** One entry of HostConfig.Binds: `source:target[:options]`, or a target alone for an anonymous volume. */
export const bind: Rule = {
  about: `\`source:target[:options]\` with a source inside \`${workspace}\` or a volume's name; options ${modes.join(', ')}`,
  check(value, at) {
    if (typeof value !== 'string') return { id: 'type', what: `${at}=${quoted(value)}` };
    const [source = '', target, options = '', ...more] = value.split(':');
    if (more.length > 0) return { id: 'bind-form', what: `${at}=${quoted(value)}` };
    const given = options.split(',').filter((option) => option !== '');
    const odd = given.find((option) => !modes.includes(option));
    if (odd !== undefined) return { id: 'bind-option', what: `${at}: the mount option ${quoted(odd)}` };
    if (target === undefined && source.startsWith('/')) return null;
    if (volumeName.test(source)) return null;
    return source.startsWith('/') ? bindSource(source, given.includes('ro'), at) : outside(at, source);
  },
};

const volumeOptions = objectOf({
  NoCopy: flag,
  Labels: mapOf(text),
  DriverConfig: objectOf({ Name: oneOf(['local'], 'volume-driver'), Options: unset('volume-options') }),
});
const members: Members = {
  Type: text,
  Source: text,
  Target: text,
  ReadOnly: flag,
  Consistency: oneOf(['default', 'consistent', 'cached', 'delegated'], 'bind-option'),
  BindOptions: objectOf({
    Propagation: oneOf(['private', 'rprivate'], 'bind-propagation'),
    NonRecursive: flag,
    CreateMountpoint: flag,
    ReadOnlyNonRecursive: flag,
  }),
  VolumeOptions: volumeOptions,
  TmpfsOptions: objectOf({ SizeBytes: integer(0), Mode: integer(0, 0o7777) }),
};
const shape = objectOf(members);

/** One entry of HostConfig.Mounts. */
export const mount: Rule = {
  about: `a \`bind\` from inside \`${workspace}\`, a \`volume\` or a \`tmpfs\``,
  check(value, at) {
    const refusal = shape.check(value, at);
    if (refusal || typeof value !== 'object' || value === null) return refusal;
    const { Type: type, Source: given, ReadOnly: readOnly } = value as Record<string, unknown>;
    const source = typeof given === 'string' ? given : '';
    if (type === 'tmpfs') return source === '' ? null : outside(`${at}.Source`, source);
    if (type === 'volume') {
      return source === '' || volumeName.test(source) ? null : outside(`${at}.Source`, source);
    }
    if (type !== 'bind') return { id: 'mount-type', what: `${at}.Type=${quoted(type)}`, instead: useInstead };
    return source.startsWith('/')
      ? bindSource(source, readOnly === true, `${at}.Source`)
      : outside(`${at}.Source`, source);
  },
};

/** HostConfig.Tmpfs: mount options by container path. */
export const tmpfs: Rule = mapOf(matching('tmpfs mount options', /^[a-z0-9=,%]{0,200}$/, 'tmpfs-option'));
export const binds: Rule = listOf(bind);
export const mounts: Rule = listOf(mount);
