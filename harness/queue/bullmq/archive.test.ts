import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSubmission } from '../../runner/index.ts';
import { packSubmission, unpackSubmission } from './archive.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('what is unpacked is read as it was packed: bytes, modes, long names, and what was left out', async () => {
  const here = join(dir, 'here');
  const deep = `${'a'.repeat(90)}/${'b'.repeat(90)}/긴 이름.txt`;
  await mkdir(join(here, deep, '..'), { recursive: true });
  await writeFile(join(here, 'solution.sh'), 'docker ps\n', { mode: 0o755 });
  await writeFile(join(here, deep), Buffer.from([0, 255, 10]));
  await writeFile(join(here, 'empty'), '');
  await symlink('/etc/passwd', join(here, 'linked'));
  const read = await readSubmission(here);
  const packed = await packSubmission(read ?? { files: [], skipped: [] });
  await unpackSubmission(packed, join(dir, 'there'));

  const again = await readSubmission(join(dir, 'there'));
  expect(again).toEqual(read);
  expect(again?.skipped).toEqual(['linked']);
  expect(await packSubmission(again ?? { files: [], skipped: [] })).toEqual(packed);
});

test('a changed byte, a changed mode and a changed name give other hashes', async () => {
  const file = { path: 'solution.sh', bytes: Buffer.from('a'), executable: false };
  const variants = [
    file,
    { ...file, bytes: Buffer.from('b') },
    { ...file, executable: true },
    { ...file, path: 'x' },
  ];
  const packed = await Promise.all(variants.map((one) => packSubmission({ files: [one], skipped: [] })));
  expect(new Set(packed.map(({ hash }) => hash)).size).toBe(4);
});

test('bytes that are not what the hash says are not unpacked', async () => {
  const { hash, bytes } = await packSubmission({
    files: [{ path: 'solution.sh', bytes: Buffer.from('a'), executable: false }],
    skipped: [],
  });
  const changed = gunzipSync(bytes);
  changed[512] = 'b'.charCodeAt(0);
  for (const wrong of [gzipSync(changed), bytes.subarray(0, 20), Buffer.from('no gzip')]) {
    await expect(unpackSubmission({ hash, bytes: wrong }, join(dir, 'out'))).rejects.toMatchObject({
      code: 'ARCHIVE_BROKEN',
    });
    expect(await readdir(dir)).toEqual([]);
  }
});

test.each(['../out', '/etc/out', 'a/../../out'])('an entry %s is refused', async (name) => {
  const tar = pack();
  tar.entry({ name }, 'x');
  tar.finalize();
  const content = Buffer.concat(await Array.fromAsync(tar, (chunk) => chunk as Buffer));
  const archive = { hash: createHash('sha256').update(content).digest('hex'), bytes: gzipSync(content) };
  await expect(unpackSubmission(archive, join(dir, 'out'))).rejects.toMatchObject({ code: 'ARCHIVE_BROKEN' });
});

test('a file is not written through a link of the same archive', async () => {
  const outside = join(dir, 'outside');
  await writeFile(outside, 'mine');
  const tar = pack();
  tar.entry({ name: 'link', type: 'symlink', linkname: outside });
  tar.entry({ name: 'link' }, 'theirs');
  tar.finalize();
  const content = Buffer.concat(await Array.fromAsync(tar, (chunk) => chunk as Buffer));
  const archive = { hash: createHash('sha256').update(content).digest('hex'), bytes: gzipSync(content) };
  await unpackSubmission(archive, join(dir, 'out')).catch(() => undefined);
  expect(await readFile(outside, 'utf8')).toBe('mine');
});
