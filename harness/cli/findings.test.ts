import { expect, test } from 'vitest';
import { type EngineInfo, engineFindings } from './engine-findings.ts';
import { type Finding, findingLines } from './finding.ts';
import { diskFindingOf, kitFinding, memoryFinding, nodeFinding } from './machine-findings.ts';
import { transportFinding } from './transport-finding.ts';

const gibibyte = 2 ** 30;
const local = { host: 'unix:///d.sock', from: 'default', socketPath: '/d.sock', certFolder: undefined };
const version = { Version: '26.1.5', ApiVersion: '1.45', Os: 'linux', Arch: 'amd64' };
const info: EngineInfo = { Driver: 'overlay2', CgroupVersion: '2', CgroupDriver: 'systemd', OSType: 'linux' };

const statuses = (findings: Finding[]) => Object.fromEntries(findings.map(({ id, status }) => [id, status]));
const found = (findings: Finding[], wanted: string) => findings.find(({ id }) => id === wanted)?.found.en;

test('an engine as it should be', () => {
  expect(statuses(engineFindings(local, version, info))).toEqual({
    docker: 'ok',
    storage: 'ok',
    cgroup: 'ok',
    runtimes: 'ok',
  });
});

test.each<[string, EngineInfo, Record<string, string>]>([
  ['Windows containers', { ...info, OSType: 'windows' }, { docker: 'missing' }],
  ['a driver that is slow', { ...info, Driver: 'vfs' }, { storage: 'advice' }],
  [
    'a rootless engine',
    { ...info, SecurityOptions: ['name=seccomp', 'name=rootless'] },
    { cgroup: 'advice' },
  ],
])('%s', (_name, changed, expected) => {
  expect(statuses(engineFindings(local, version, changed))).toMatchObject(expected);
});

test('minor versions of the API are compared as numbers', () => {
  expect(statuses(engineFindings(local, { ...version, ApiVersion: '1.9' }, info))).toMatchObject({
    docker: 'missing',
  });
  expect(statuses(engineFindings(local, { ...version, ApiVersion: '1.41' }, info))).toMatchObject({
    docker: 'ok',
  });
});

test('the way to the sandboxes is told', () => {
  expect(transportFinding('shared-folder').found.en).toContain('folder');
  expect(transportFinding('streams').found.en).toContain('API');
  expect(transportFinding(undefined).found.en).toContain('prepared');
});

test('what cgroups mean here is told, and which limits do not hold', () => {
  expect(found(engineFindings(local, version, info), 'cgroup')).toMatch(/^v2, systemd: limits/);
  const first = { ...info, CgroupVersion: '1', CgroupDriver: 'cgroupfs' };
  expect(found(engineFindings(local, version, first), 'cgroup')).toMatch(/^v1, cgroupfs: .*thawed/);
  const without = { ...info, MemoryLimit: false, PidsLimit: false };
  expect(engineFindings(local, version, without).find(({ id }) => id === 'cgroup')).toMatchObject({
    status: 'advice',
    found: { en: 'v2, systemd, without the controllers: memory, pids' },
  });
});

test('what an engine offers is named', () => {
  const containerd = [['driver-type', 'io.containerd.snapshotter.v1']];
  const runtimes = { runc: {}, runsc: {}, 'sysbox-runc': {} };
  const findings = engineFindings(local, version, { ...info, DriverStatus: containerd, Runtimes: runtimes });
  expect(found(findings, 'storage')).toContain('containerd image store');
  expect(found(findings, 'runtimes')).toBe('runc by default; with `--runtime`: runsc, sysbox-runc');
});

test('the machine', () => {
  expect(nodeFinding('v24.1.0').status).toBe('ok');
  expect(nodeFinding('v20.19.0')).toMatchObject({ status: 'missing', found: { en: 'v20.19.0' } });
  expect(memoryFinding(3 * gibibyte, 4 * gibibyte, 2).status).toBe('ok');
  expect(memoryFinding(gibibyte / 2, 4 * gibibyte, 2)).toMatchObject({ status: 'advice' });
  expect(diskFindingOf('/var/lib/docker', gibibyte, false).status).toBe('missing');
  expect(diskFindingOf('/var/lib/docker', gibibyte, true).status).toBe('advice');
  expect(diskFindingOf('/var/lib/docker', 3 * gibibyte, false).status).toBe('ok');
  expect(kitFinding({ PATH: '/nonexistent' }, false).status).toBe('advice');
  expect(kitFinding({ PATH: '/nonexistent' }, true).status).toBe('ok');
});

test('each finding is a line, and what to do is below it', () => {
  const findings = [nodeFinding('v24.1.0'), diskFindingOf('/d', gibibyte, false)];
  const lines = findingLines(findings, { locale: 'ko', color: false }).split('\n');
  expect(lines[0]).toBe('✓ Node.js: v24.1.0');
  expect(lines[1]).toBe('✗ 디스크: `/d` 에 1.0 GiB 남음');
  expect(lines[2]).toMatch(/^ {2}→ /);
  expect(findingLines(findings, { locale: 'en', color: true })).toContain('\x1b[31m✗');
});
