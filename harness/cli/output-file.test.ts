import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OutputFile } from './output-file.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-output-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (path: string) => OutputFile.open('--junit', path, dir);

test('a relative path is relative to where the command was typed; what was there is replaced', async () => {
  await writeFile(join(dir, 'report.xml'), 'old');
  const file = await open('report.xml');
  expect(await readFile(join(dir, 'report.xml'), 'utf8')).toBe('old');
  await file.write('new');
  expect(await readFile(join(dir, 'report.xml'), 'utf8')).toBe('new');
  expect(await readdir(dir)).toEqual(['report.xml']);
});

describe('is refused before any work', () => {
  test('in a folder that does not exist', async () => {
    const thrown = await open('build/report.xml').catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: 'UsageError', code: 'OUTPUT_FILE' });
    expect(thrown).toHaveProperty('hint.en', expect.stringContaining(`mkdir -p ${join(dir, 'build')}`));
  });

  test('where a folder is', async () => {
    await mkdir(join(dir, 'reports'));
    await expect(open('reports')).rejects.toMatchObject({ code: 'OUTPUT_FILE' });
  });
});

test('what is no plain file is written to, never replaced', async () => {
  const file = await open('/dev/null');
  await file.write('text');
  await expect((await open('/dev/full')).write('text')).rejects.toMatchObject({
    name: 'SandboxError',
    code: 'OUTPUT_FILE_WRITE',
  });
});

test('a write that fails leaves no draft behind', async () => {
  const file = await open('report.xml');
  await mkdir(join(dir, 'report.xml'));
  await expect(file.write('new')).rejects.toMatchObject({ code: 'OUTPUT_FILE_WRITE' });
  expect(await readdir(dir)).toEqual(['report.xml']);
});
