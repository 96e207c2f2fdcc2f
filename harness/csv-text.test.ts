import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

const plain = 'username,name\nkim,김하늘\n';
const head = Buffer.from('username,name\nkim,');

test.each([
  ['UTF-8', Buffer.from(plain)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${plain}`)],
  ['UTF-16, as Windows writes it', Buffer.from(`\ufeff${plain}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16()],
  ['CP949', Buffer.concat([head, Buffer.from('b1e8c7cfb4c3', 'hex'), Buffer.from('\n')])],
])('%s', (_encoding, bytes) => {
  expect(csvText(bytes)).toBe(plain);
});

test('Western Windows', () => {
  expect(csvText(Buffer.from('kim,José\n', 'latin1'))).toBe('kim,José\n');
});
