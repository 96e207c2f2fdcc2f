import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const heap = new URL('./archive-heap.ts', import.meta.url).href;

/** Bytes of the young generation of a process that has kept some objects, and what it has complained of. */
async function youngAfter(prepare: string): Promise<{ bytes: number; complaints: string }> {
  const script = `
    const { getHeapSpaceStatistics } = await import('node:v8');
    const { expectArchives } = await import('${heap}');
    ${prepare}
    const kept = [];
    for (let i = 0; i < 400_000; i += 1) kept.push({ i });
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);
  `;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return { bytes: Number(stdout), complaints: stderr };
}

test('the young generation stays small, and Node knows every flag', async () => {
  const [usual, small, elsewhere] = await Promise.all([
    youngAfter(''),
    youngAfter("expectArchives('13.6.1');"),
    youngAfter("expectArchives('99.0.1');"),
  ]);
  expect(small.complaints).toBe('');
  expect(small.bytes).toBeLessThan(usual.bytes / 2);
  expect(small.bytes).toBeLessThan(elsewhere.bytes / 2);
});
