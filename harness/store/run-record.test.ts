import { mkdir, mkdtempDisposable, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RunRecord, readRun, writeRun } from './run-record.ts';
import { runOf } from './testing/run-of.ts';

const scratch = () => mkdtempDisposable(join(tmpdir(), 'drydock-run-'));

test('what is written is read again, wherever class and results have moved to together', async () => {
  await using folder = await scratch();
  const [before, after] = [join(folder.path, 'before'), join(folder.path, 'after')];
  await mkdir(join(before, 'results'), { recursive: true });
  await writeRun(join(before, 'results'), runOf(before));
  expect(await readRun(join(before, 'results'))).toEqual(runOf(before));
  await rename(before, after);
  expect(await readRun(join(after, 'results'))).toEqual(runOf(after));
  expect(await readFile(join(after, 'results', 'run.json'), 'utf8')).not.toContain(folder.path);
});

test('a run without roster, course file and overrides has none', async () => {
  await using folder = await scratch();
  const run: RunRecord = {
    ...runOf(folder.path),
    roster: null,
    course: null,
    overrides: null,
    endedAt: null,
  };
  await writeRun(folder.path, run);
  expect(await readRun(folder.path)).toEqual(run);
});

test('a folder without a record has none, and a record that is broken or newer is said', async () => {
  await using folder = await scratch();
  expect(await readRun(folder.path)).toBeUndefined();
  for (const text of ['{', 'null', JSON.stringify({ ...runOf('/'), schema: 'drydock/run/v2' })]) {
    await writeFile(join(folder.path, 'run.json'), text);
    await expect(readRun(folder.path)).rejects.toMatchObject({ name: 'UsageError', code: 'RUN_FILE' });
  }
});
