import { lstat } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tarOf } from '../testing/tar-of.ts';
import { Unpacked } from '../testing/unpacked.ts';

let at: Unpacked;
beforeEach(async () => {
  at = await Unpacked.make();
});
afterEach(() => at[Symbol.asyncDispose]());

describe('a tar', () => {
  const nasty = [
    { name: 'ok/run.sh', bytes: 'x', mode: 0o4755 },
    { name: 'hard', type: 'link' as const, linkname: '/etc/passwd' },
    { name: 'soft', type: 'symlink' as const, linkname: '../../..' },
    { name: 'soft/evil', bytes: 'x' },
    { name: 'null', type: 'character-device' as const },
    { name: 'pipe', type: 'fifo' as const },
  ];

  test('regular files alone', async () => {
    const leftOut = await at.unpack(await tarOf(nasty), 'work.tar.gz');
    expect(leftOut.map(({ path, why }) => [path, why])).toEqual([
      ['hard', 'link'],
      ['soft', 'link'],
      ['null', 'device'],
      ['pipe', 'device'],
    ]);
    expect(await at.files()).toEqual(['to/ok/run.sh', 'to/soft/evil']);
    expect((await lstat(at.at('to/ok/run.sh'))).mode & 0o7777).toBe(0o755);
  });

  test.each([['../evil'], ['/evil'], ['a/../../evil']])('the path %j is refused', async (name) => {
    expect((await at.refusal(await tarOf([{ name, bytes: 'x' }]), 'w.tgz'))?.code).toBe('UNSAFE_PATH');
    expect(await at.files()).toEqual([]);
  });

  test('bombs, also of entries that are not written', async () => {
    const zeros = '\0'.repeat(9 * 2 ** 20);
    expect((await at.refusal(await tarOf([{ name: 'zeros', bytes: zeros }]), 'w.tgz'))?.code).toBe(
      'ARCHIVE_BOMB',
    );
    const skipped = Array.from({ length: 3 }, (_, index) => ({ name: `.git/${index}`, bytes: zeros }));
    expect((await at.refusal(await tarOf(skipped), 'w.tgz'))?.code).toBe('ARCHIVE_BOMB');
  });

  test('cut off, or no archive at all', async () => {
    const whole = await tarOf([{ name: 'a', bytes: 'some text '.repeat(100) }]);
    expect((await at.refusal(whole.subarray(0, whole.length - 40), 'w.tgz'))?.code).toBe('ARCHIVE_BROKEN');
    expect((await at.refusal(Buffer.from('hello'), 'w.tar'))?.code).toBe('ARCHIVE_BROKEN');
    expect((await at.refusal(Buffer.alloc(0), 'w.zip'))?.code).toBe('ARCHIVE_BROKEN');
  });
});
