import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JobFolder } from './job-folder.ts';

test('what a process that is gone has left is swept, what a living one uses is not', async () => {
  const { pid } = spawnSync('true');
  const left = await mkdtemp(join(tmpdir(), `drydock-job-${pid}-`));
  await using own = await JobFolder.make();
  await JobFolder.sweep();
  expect([existsSync(left), existsSync(own.path)]).toEqual([false, true]);
});
