import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ProcessFolder } from './process-folder.ts';

test.each(['job', 'class'] as const)(
  'the %s folder of a process that is gone is swept, that of a living one or of another container is not',
  async (use) => {
    const { pid } = spawnSync('true');
    await using own = await ProcessFolder.make(use);
    const left = own.path.replace(`-${process.pid}-`, `-${pid}-`);
    const elsewhere = left.replace(/-\d+-(?=\w+$)/, '-1-');
    for (const folder of [left, elsewhere]) await mkdir(folder);
    await ProcessFolder.sweep();
    expect([left, own.path, elsewhere].map((path) => existsSync(path))).toEqual([false, true, true]);
    await rm(elsewhere, { recursive: true });
  },
);
