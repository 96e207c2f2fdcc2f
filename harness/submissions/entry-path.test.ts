import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryPath, shown } from './entry-path.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';

const piece = fc.constantFrom('..', '.', '/', '\\', 'a', '한', '\0', 'C:', '.git', '~', ' ', '..a', '\ufffd');
const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
);

test('whatever a name says, it stays in its folder', () => {
  fc.assert(
    fc.property(name, (written) => {
      let path: string | undefined;
      try {
        path = entryPath(written);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(HandedInTrouble);
        return;
      }
      if (path === undefined) return;
      expect(resolve('/out', path)).toBe(join('/out', path));
      expect(resolve('/out', path)).toMatch(/^\/out\/./);
      expect(path.split('/')).not.toContain('.git');
      expect(entryPath(path)).toBe(path);
    }),
    { numRuns: 3000 },
  );
});

test('a name for people is short, and no terminal obeys it', () => {
  expect(shown('\x1b[31m`x`\u202e')).toBe("?[31m'x'?");
  expect(shown('x'.repeat(500)).length).toBeLessThan(130);
});
