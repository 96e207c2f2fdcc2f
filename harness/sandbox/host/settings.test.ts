import { describe, expect, it } from 'vitest';
import { mergeSettings } from './settings.ts';
import { whyRefused } from './settings-schema.ts';

const refused: [string, unknown, string][] = [
  ['hosts', ['tcp://0.0.0.0:2375'], 'the daemon is reached through the sandbox alone'],
  ['data-root', '/tmp/x', 'the images of the exercise lie in /var/lib/docker'],
  ['containerd', '/run/x.sock', 'the engine runs its own containerd'],
  ['exec-root', '/tmp', 'the engine runs its own containerd'],
  ['authorization-plugins', ['x'], 'a plugin would run as root of the engine'],
  ['runtimes', { x: { path: '/workspace/x' } }, 'a runtime would run as root of the engine'],
  ['default-runtime', 'x', 'a runtime would run as root of the engine'],
  ['userns-remap', 'default', 'it would hide the images of the exercise'],
  ['builder', { Entitlements: { 'security-insecure': true } }, 'the sandbox sets it'],
  ['features', { 'containerd-snapshotter': true }, 'buildkit alone can be set'],
  ['features', { cdi: true }, 'buildkit alone can be set'],
  ['cgroup-parent', '/x', 'it would leave the limits'],
  ['exec-opts', ['native.cgroupdriver=systemd'], 'the engine has no systemd'],
  ['storage-driver', 'btrfs', 'the images of the exercise lie in overlay2'],
  ['log-driver', 'syslog', 'the engine has no network'],
  ['log-driver', 'journald', 'the engine has no network'],
  ['shutdown-timeout', 600, 'at most 20 seconds'],
  ['iptables', false, 'the engine needs its network rules'],
  ['bridge', 'none', 'the engine needs its network rules'],
  ['experimental', true, 'experimental features are off'],
  ['seccomp-profile', '/workspace/x.json', ''],
  ['init-path', '/workspace/x', ''],
  ['Hosts', ['tcp://0.0.0.0:2375'], ''],
  ['default-ulimits', { nofile: { Name: 'nofile', Soft: 1, Hard: '2' } }, ''],
  ['labels', Array(100).fill('a=b'), ''],
];

describe('a student’s daemon.json', () => {
  it.each(refused)('may not say %s: %j', (key, value, why) => {
    const settings = mergeSettings(JSON.stringify({ debug: true, [key]: value }));
    expect(settings).toEqual({ refusal: expect.stringContaining(`${JSON.stringify(key)}: `) });
    expect(settings).toEqual({ refusal: expect.stringContaining(why) });
  });

  it('tells why for every key it has a reason for, each shown above or refused alike', () => {
    for (const key of Object.keys(whyRefused)) {
      expect(mergeSettings(JSON.stringify({ [key]: 21.5 })), key).toEqual({
        refusal: expect.stringContaining(`(${whyRefused[key]})`),
      });
    }
  });

  it('goes into dockerd’s settings, with the sandbox’s own over it', () => {
    const file = {
      debug: true,
      'log-opts': { 'max-size': '30m' },
      'insecure-registries': ['192.168.56.101:5000'],
    };
    expect(mergeSettings(JSON.stringify(file))).toEqual({
      merged: {
        ...file,
        'log-driver': 'json-file',
        builder: { Entitlements: { 'network-host': false, 'security-insecure': false } },
        'exec-opts': ['native.cgroupdriver=cgroupfs'],
      },
    });
  });

  it('that names another log driver gets none of json-file’s options', () => {
    expect(mergeSettings('{"log-driver":"none"}')).toEqual({
      merged: expect.not.objectContaining({ 'log-opts': expect.anything() }),
    });
    expect(mergeSettings('{"log-driver":"json-file"}')).toEqual({
      merged: expect.objectContaining({ 'log-opts': { 'max-size': '10m', 'max-file': '3' } }),
    });
  });

  it('may be empty, and may begin with a byte order mark', () => {
    for (const text of ['', ' \n', '\uFEFF{}', '{}']) {
      expect(mergeSettings(text)).toEqual({ merged: expect.objectContaining({ 'log-driver': 'json-file' }) });
    }
  });

  it('is written anew: a key that is there twice, or a prototype, carries nothing past the check', () => {
    expect(mergeSettings('{"debug":false,"debug":true}')).toEqual({
      merged: expect.objectContaining({ debug: true }),
    });
    expect(mergeSettings('{"__proto__":{"hosts":["x"]}}')).toHaveProperty('refusal');
    expect(mergeSettings('[]')).toHaveProperty('refusal');
    expect(mergeSettings('null')).toHaveProperty('refusal');
  });
});
