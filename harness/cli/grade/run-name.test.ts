import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runName } from './run-name.ts';

test('a folder keeps its name, and no two have the same', async () => {
  await using one = await mkdtempDisposable(join(tmpdir(), 'drydock-run-'));
  await using other = await mkdtempDisposable(join(tmpdir(), 'drydock-run-'));
  const name = await runName(one.path);
  expect(name).toMatch(/^[0-9a-f]{12}$/);
  expect(await runName(one.path)).toBe(name);
  expect(await runName(other.path)).not.toBe(name);
  await writeFile(join(one.path, '.queue-run'), 'drydock:*');
  expect(await runName(one.path)).toMatch(/^[0-9a-f]{12}$/);
});
