import { lstat, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Unpacked } from '../testing/unpacked.ts';
import { type ZipEntry, zipOf } from '../testing/zip-of.ts';

let at: Unpacked;
beforeEach(async () => {
  at = await Unpacked.make();
});
afterEach(() => at[Symbol.asyncDispose]());

const zipped = (...entries: ZipEntry[]) => zipOf(entries);

describe('a zip', () => {
  test('files and folders, with who may execute them, and nothing that systems add', async () => {
    const leftOut = await at.unpack(
      zipped(
        { name: 'build/', mode: 0o040755 },
        { name: 'build/run.sh', bytes: 'echo 1\n', mode: 0o104755 },
        { name: './Dockerfile', bytes: 'FROM x\n', method: 'store' },
        { name: 'dos\\here.txt', bytes: 'a' },
        { name: '__MACOSX/._Dockerfile', bytes: 'x' },
        { name: '.git/config', bytes: 'x' },
        { name: 'build/.DS_Store', bytes: 'x' },
      ),
    );
    expect(leftOut).toEqual([]);
    expect(await at.files()).toEqual(['to/Dockerfile', 'to/build/run.sh', 'to/dos/here.txt']);
    expect(await readFile(at.at('to/build/run.sh'), 'utf8')).toBe('echo 1\n');
    expect((await lstat(at.at('to/build/run.sh'))).mode & 0o7777).toBe(0o755);
    expect((await lstat(at.at('to/Dockerfile'))).mode & 0o7777).toBe(0o644);
  });

  test('what is a link or a device is left out and said', async () => {
    const leftOut = await at.unpack(
      zipped(
        { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
        { name: 'pipe', mode: 0o010644 },
        { name: 'kept', bytes: 'x' },
      ),
    );
    expect(leftOut).toEqual([
      { path: 'link', why: 'link' },
      { path: 'pipe', why: 'device' },
    ]);
    expect(await at.files()).toEqual(['to/kept']);
  });

  test('a link does not lead the next entry out', async () => {
    await at.unpack(zipped({ name: 'a', bytes: at.dir, mode: 0o120777 }, { name: 'a/evil', bytes: 'x' }));
    expect(await at.files()).toEqual(['to/a/evil']);
  });

  test.each([
    ['../evil'],
    ['a/../../evil'],
    ['/etc/evil'],
    ['..\\evil'],
    ['C:\\evil'],
    ['a\0b'],
    ['a\nb'],
    ['..'],
    [`${'d/'.repeat(40)}f`],
    ['n'.repeat(300)],
  ])('the path %j is refused', async (name) => {
    expect(await at.refusal(zipped({ name: 'ok', bytes: 'x' }, { name, bytes: 'x' }))).toMatchObject({
      code: 'UNSAFE_PATH',
    });
    expect(await at.files()).toEqual([]);
  });

  test('two entries of one name, in any capitals or both file and folder, are refused', async () => {
    const pair = (name: string, other: string) =>
      at.refusal(zipped({ name, bytes: '1' }, { name: other, bytes: '2' }));
    expect((await pair('a', 'a'))?.code).toBe('DUPLICATE_PATH');
    expect((await pair('a', 'a/b'))?.code).toBe('DUPLICATE_PATH');
    expect((await pair('Dockerfile', 'dockerfile'))?.code).toBe('CASE_COLLISION');
    expect((await pair('App/x', 'app/y'))?.message.en).toContain('`App`');
  });

  test('bombs are refused before they burst, whatever they declare', async () => {
    const zeros = Buffer.alloc(32 * 2 ** 20);
    expect((await at.refusal(zipped({ name: 'zeros', bytes: zeros })))?.code).toBe('ARCHIVE_BOMB');
    expect((await at.refusal(zipped({ name: 'huge', bytes: 'x', declared: 2 ** 31 })))?.code).toBe(
      'ARCHIVE_BOMB',
    );
    expect((await at.refusal(zipped({ name: 'liar', bytes: zeros, declared: 10 })))?.code).toBe(
      'ARCHIVE_BROKEN',
    );
    expect(await at.files()).toEqual([]);
  });

  test('100,000 entries are refused', async () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => ({
      name: `f${index}`,
      method: 'store' as const,
    }));
    // The count itself has 16 bits and says 34,464.
    expect((await at.refusal(zipOf(entries)))?.code).toBe('TOO_MANY_ENTRIES');
  });

  test('names in Korean, whichever way they were written', async () => {
    const cp949 = Buffer.from('b0fac1a62e7478740a', 'hex').subarray(0, 8);
    await at.unpack(
      zipped(
        { name: '한글/유니코드.txt', bytes: '1', flags: 0x800 },
        { name: '맥.txt'.normalize('NFD'), bytes: '2' },
        { name: cp949, bytes: '3' },
      ),
    );
    expect(await at.files()).toEqual(['to/과제.txt', 'to/맥.txt', 'to/한글/유니코드.txt']);
  });

  test('what is damaged, locked or packed in a strange way says so', async () => {
    const whole = zipped({ name: 'a', bytes: 'some text '.repeat(100) }, { name: 'b', bytes: 'x' });
    expect((await at.refusal(whole.subarray(0, whole.length / 2)))?.code).toBe('ARCHIVE_BROKEN');
    expect((await at.refusal(zipped({ name: 'a', bytes: 'x', sum: 1 })))?.message.en).toContain('checksum');
    expect((await at.refusal(zipped({ name: 'c', bytes: 'x', flags: 1 })))?.code).toBe('ARCHIVE_ENCRYPTED');
    const strange = zipped({ name: 'd', bytes: 'x' });
    for (const at of [8, strange.length - 22 - 47 + 10]) strange.writeUInt16LE(14, at);
    expect(await at.refusal(strange)).toMatchObject({
      code: 'ARCHIVE_METHOD',
      message: { en: expect.stringContaining('14') },
    });
  });
});

test('other kinds are told by their first bytes, whatever they are called', async () => {
  const rar = Buffer.from('526172211a0700', 'hex');
  expect(await at.refusal(rar)).toMatchObject({
    code: 'ARCHIVE_KIND',
    message: { en: expect.stringContaining('rar') },
  });
});

test('a disk that is at fault is not the student’s', async () => {
  await writeFile(at.at(''), 'a file where a folder should be');
  const thrown = await at.unpack(zipped({ name: 'a' })).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: 'SandboxError', code: 'INTAKE_DISK' });
});
