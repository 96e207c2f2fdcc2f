import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baseImage, outer, outerCounts, startForTest, type } from './start-for-test.test-support.ts';
import { sweep } from './sweep.ts';

const pausing = `docker run -d --name held ${baseImage} sleep 100\ndocker pause held\n`;
const crashing = `
const { startForTest, type } = await import(${JSON.stringify(join(import.meta.dirname, 'start-for-test.test-support.ts'))});
await type(await startForTest(), ${JSON.stringify(pausing)});
console.log('ready');
setInterval(() => undefined, 1000);
`;

it('removes what a killed harness left behind, and nothing of one that runs', async () => {
  await sweep(outer);
  const before = await outerCounts();
  await using mine = await startForTest();
  await mine.ready;

  const child = spawn(process.execPath, ['--input-type=module', '-e', crashing], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const both = [process.pid, child.pid];
  expect(await outerCounts(both)).toEqual({
    containers: before.containers + 4,
    volumes: before.volumes + 2,
  });

  expect(await sweep(outer)).toEqual({ containers: 2, volumes: 1, folders: 1 });
  expect(await outerCounts(both)).toEqual({ containers: before.containers + 2, volumes: before.volumes + 1 });
  expect(await mine.daemon.containers()).toEqual([]);
});

it('removes an engine with a paused container in it, which cannot be killed as it is', async () => {
  const before = await outerCounts();
  const sandbox = await startForTest();
  await type(sandbox, pausing);
  expect((await sandbox.daemon.container('held'))?.state).toBe('paused');
  const began = Date.now();
  await sandbox[Symbol.asyncDispose]();
  expect(Date.now() - began).toBeLessThan(8000);
  expect(await outerCounts()).toEqual(before);
});
