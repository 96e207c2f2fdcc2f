import { posix } from 'node:path';
import { type Decoded, field } from './go-json.test-support.ts';

const texts = (value: Decoded): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
const isSet = (value: Decoded): boolean =>
  Array.isArray(value) ? value.length > 0 : value instanceof Map ? value.size > 0 : Boolean(value);
const leads = (path: string): boolean => {
  const clean = posix.normalize(path);
  return (
    path.startsWith('/') &&
    clean !== '/workspace' &&
    !clean.startsWith('/workspace/') &&
    !clean.startsWith('/etc/')
  );
};

/** What a decoded HostConfig would give a container that it must never have, in the engine's own terms. */
export function dangersOf(host: Decoded): string[] {
  const found: string[] = [];
  const note = (danger: string, holds: boolean) => void (holds && found.push(danger));
  note('privileged', isSet(field(host, 'Privileged')));
  for (const name of [
    'Devices',
    'DeviceCgroupRules',
    'DeviceRequests',
    'Sysctls',
    'CgroupParent',
    'StorageOpt',
  ]) {
    note(name, isSet(field(host, name)));
  }
  for (const name of ['MaskedPaths', 'ReadonlyPaths']) note(name, field(host, name) !== null);
  for (const name of ['NetworkMode', 'PidMode', 'IpcMode', 'UTSMode', 'UsernsMode', 'CgroupnsMode']) {
    note(name, field(host, name) === 'host');
  }
  note(
    'CapAdd',
    texts(field(host, 'CapAdd')).some((name) => /ADMIN|ALL|PTRACE|MODULE|RAWIO|DAC_READ/i.test(name)),
  );
  note(
    'SecurityOpt',
    texts(field(host, 'SecurityOpt')).some((option) => /unconfined|disable/.test(option)),
  );
  note(
    'Binds',
    texts(field(host, 'Binds')).some((bind) => bind.includes(':') && leads(bind.split(':')[0] ?? '')),
  );
  const mounts = field(host, 'Mounts');
  for (const mount of Array.isArray(mounts) ? mounts : []) {
    const source = field(mount, 'Source');
    note('Mounts', field(mount, 'Type') === 'bind' && typeof source === 'string' && leads(source));
    note('volume options', isSet(field(mount, 'VolumeOptions', 'DriverConfig', 'Options')));
  }
  note(
    'log driver',
    !['', 'json-file', 'local', 'none', null].includes(field(host, 'LogConfig', 'Type') as string | null),
  );
  note('runtime', !['', 'runc', null].includes(field(host, 'Runtime') as string | null));
  return found;
}
