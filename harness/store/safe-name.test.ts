import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

test.each(['kim', 'kim-haneul', 'a.b', '김하늘', '2026-001', 'o_o', 'x'.repeat(120)])(
  'the plain name %s is its own',
  (name) => expect(safeName(name)).toBe(name),
);

test.each([
  ...[
    'Kim',
    'kim/../lee',
    '..',
    '.',
    '',
    ' ',
    'a b',
    'kim.',
    '.kim',
    '~kim',
    'con',
    'nul.txt',
    'COM1',
    'lpt9.a',
  ],
  ...['a\\b', 'a:b', 'a\0b', 'a\nb', '=1+1', 'ß', 'ﬁ', '🐳', 'x'.repeat(5000), '가'.repeat(100), '\uD800'],
])('%j gets a name with a hash', (name) => {
  expect(safeName(name)).toMatch(/^[a-z0-9가-힣-]{1,30}~[0-9a-f]{16}$/);
});

test('composed and decomposed Korean is one name', () => {
  expect(safeName('김하늘'.normalize('NFD'))).toBe('김하늘');
  expect(safeName('김 하늘'.normalize('NFD'))).toBe(safeName('김 하늘'));
});

test('names that differ never share a file, also where capitals and normal forms do not count', () => {
  const folded = (name: string) => safeName(name).normalize('NFKD').toLowerCase().toUpperCase();
  const letters = fc.constantFrom(
    'k',
    'K',
    'ı',
    'I',
    'ß',
    's',
    '가',
    'ᄀ',
    '.',
    '~',
    '-',
    '/',
    ' ',
    'ﬁ',
    '\u0301',
  );
  const name = fc.oneof(fc.string({ unit: letters, maxLength: 4 }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(name, name, (one, other) => {
      fc.pre(one.normalize('NFC') !== other.normalize('NFC'));
      expect(folded(one)).not.toBe(folded(other));
    }),
    { numRuns: 2000 },
  );
});

test('a safe name is safe everywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name);
      expect(safe).toMatch(/^[a-z0-9가-힣][a-z0-9가-힣._~-]*$/);
      expect(safe).not.toMatch(/\.$/);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(140);
    }),
  );
});
