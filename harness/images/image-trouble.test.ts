import { expect, test } from 'vitest';
import { SandboxError, UsageError } from '../errors.ts';
import {
  buildFailed,
  dockerUnreachable,
  imageUnavailable,
  kitToolMissing,
  preparationFailed,
  saysDiskFull,
} from './image-trouble.ts';

test.each([
  'write /golden/overlay2/ab/diff/usr/bin/node: no space left on device',
  'E: mmdebstrap failed: tar: Cannot write: No space left on device',
  "Error: ENOSPC: no space left on device, mkdtemp '/tmp/x'",
  'tar: package/bin/node: Wrote only 8192 of 10240 bytes',
  'dpkg: error: unable to write: Disk quota exceeded',
  "E: You don't have enough free space in /var/cache/apt/archives/.",
])('a full disk is known by: %s', (output) => {
  expect(saysDiskFull(output)).toBe(true);
  const trouble = preparationFailed('X', { ko: 'ㄱ', en: 'g' }, output);
  expect(trouble.code).toBe('DISK_FULL');
  expect(trouble.hint.en).toContain('docker system df');
});

test('another failure keeps its code, the end of the output and the cause', () => {
  const cause = new Error('inner');
  const trouble = preparationFailed('KIT', { ko: '실패', en: 'failed' }, 'one\ntwo\nthree\nfour\n', cause);
  expect(trouble).toBeInstanceOf(SandboxError);
  expect(trouble.code).toBe('KIT');
  expect(trouble.message).toBe('failed: two / three / four');
  expect(trouble.text.ko).toContain('four');
  expect(trouble.cause).toBe(cause);
});

test('a build that failed says so with its last words, and what builds need', () => {
  const trouble = buildFailed('noderun:1.0', '#6 fetching\nERROR: exit code: 1');
  expect(trouble.code).toBe('IMAGE_BUILD');
  expect(trouble.message).toContain('`noderun:1.0` could not be built: #6 fetching / ERROR: exit code: 1');
  expect(trouble.hint.en).toContain('drydock prepare');
  expect(buildFailed('noderun:1.0', 'cp: No space left on device').code).toBe('DISK_FULL');
});

test('a daemon that is away and one that lets nobody in are told apart', () => {
  const away = dockerUnreachable(new Error('connect ENOENT /var/run/docker.sock'));
  const denied = dockerUnreachable(new Error('connect EACCES /var/run/docker.sock'));
  expect([away.code, denied.code]).toEqual(['DOCKER_UNREACHABLE', 'DOCKER_DENIED']);
  expect(denied.hint.en).toContain('usermod');
});

test('an image that no source has names every attempt and two ways out', () => {
  const trouble = imageUnavailable('node:20', [
    { ko: '로컬: 없음', en: 'local: not there' },
    { ko: '키트: 없음', en: 'kit: no recipe' },
  ]);
  expect(trouble.message).toContain('local: not there; kit: no recipe');
  expect(trouble.hint.ko).toContain('docker pull node:20');
  expect(trouble.hint.en).toContain('--registry-mirror');
});

test('a missing tool is the operator’s, with the command that installs it', () => {
  const trouble = kitToolMissing('mmdebstrap', 'sudo apt-get install -y mmdebstrap');
  expect(trouble).toBeInstanceOf(UsageError);
  expect(trouble.hint.en).toContain('sudo apt-get install -y mmdebstrap');
});
