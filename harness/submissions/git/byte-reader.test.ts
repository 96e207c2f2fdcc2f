import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';

const reader = (...chunks: string[]) =>
  new ByteReader(Readable.from(chunks.map((text) => Buffer.from(text))));
const text = async (bytes: AsyncIterable<Buffer>) => Buffer.concat(await Array.fromAsync(bytes)).toString();

test('lines and counted bytes come out the same however they were cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (bodies, step) => {
        const whole = Buffer.from(bodies.map((body) => `header\n${body}\n`).join(''));
        const cuts = Array.from({ length: Math.ceil(whole.length / step) }, (_, at) =>
          whole.subarray(at * step, (at + 1) * step),
        );
        const cut = new ByteReader(Readable.from(cuts));
        for (const body of bodies) {
          expect(await cut.line()).toBe('header');
          expect(await text(cut.bytes(Buffer.byteLength(body)))).toBe(body);
          expect(await cut.line()).toBe('');
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('an end too early, or a line that is none, is a damaged repository', async () => {
  const damaged = { reason: { code: 'GIT_BROKEN' } };
  await expect(reader('abc').line()).rejects.toMatchObject(damaged);
  await expect(text(reader('abc').bytes(4))).rejects.toMatchObject(damaged);
  await expect(reader('x'.repeat(5000), '\n').line()).rejects.toMatchObject(damaged);
});
