import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tarOf } from '../testing/tar-of.ts';
import { Unpacked } from '../testing/unpacked.ts';
import { zipOf } from '../testing/zip-of.ts';

let at: Unpacked;
beforeEach(async () => {
  at = await Unpacked.make();
});
afterEach(() => at[Symbol.asyncDispose]());

const entries = [
  { name: 'a.txt', bytes: 'some text '.repeat(50) },
  { name: 'dir/b.sh', bytes: 'echo 1\n' },
  { name: 'dir/c', bytes: '' },
];
/** Changed bytes, and a length to which all is cut. */
const harm = fc.record({
  changes: fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 4 }),
  length: fc.option(fc.nat(5000), { nil: undefined }),
});

/** Whatever came of it, it is a submission or a refusal, and no file lies beside the folder it belongs in. */
async function survives(
  whole: Buffer,
  { changes, length }: typeof harm extends fc.Arbitrary<infer T> ? T : never,
  name: string,
) {
  const bytes = Buffer.from(whole.subarray(0, length));
  for (const [index, value] of changes) if (bytes.length > 0) bytes[index % bytes.length] = value;
  await at.refusal(bytes, name);
  expect((await at.files()).filter((file) => !file.startsWith('to/'))).toEqual([]);
  await at.clear();
}

test('a zip with any harm done to it', async () => {
  const whole = zipOf(entries);
  await fc.assert(
    fc.asyncProperty(harm, (done) => survives(whole, done, 'w.zip')),
    { numRuns: 300 },
  );
});

test('a tar with any harm done to it, inside or outside of gzip', async () => {
  const packed = await tarOf(entries);
  await fc.assert(
    fc.asyncProperty(harm, (done) => survives(packed, done, 'w.tgz')),
    { numRuns: 200 },
  );
  const plain = await tarOf(entries, false);
  await fc.assert(
    fc.asyncProperty(harm, (done) => survives(plain, done, 'w.tar')),
    { numRuns: 200 },
  );
});
