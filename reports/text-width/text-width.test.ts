import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';

const familiar = 'aZ ~·—“”‘’…→⏎─✓✗가힣학';
const other = [
  '\t',
  '\x1b[31m',
  'é',
  'e\u0301',
  '\u1112\u1161\u11ab',
  '漢',
  '👩‍🚀',
  '👍',
  '1\u20e3',
  '\u200b',
  '｡',
  '\ud83d',
];

test.each([
  ['', 0],
  ['noderun:1.0', 11],
  ['채점 결과: 100점', 16],
  ['“가” → ✓…', 9],
  ['\u1100\u1161', 2],
])('%j takes %i columns', (text, columns) => {
  expect(textWidth(text)).toBe(columns);
});

test('what is measured here and what is left to string-width come out the same', () => {
  const letter = fc.constantFrom(...familiar, ...familiar, ...other);
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
      expect(textWidth(letters.join(''))).toBe(stringWidth(letters.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('what is familiar loads no library', async () => {
  const script = `
    const { textWidth } = await import('./text-width.ts');
    const { createRequire } = await import('node:module');
    const loads = (text) => (textWidth(text), Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('string-width')));
    console.log(loads('✓ 이미지 이름은 noderun:1.0 입니다…'), loads('👍'));
  `;
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(import.meta.dirname) });
  expect(stdout).toBe('false true\n');
});
