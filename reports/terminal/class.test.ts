import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { locales } from '../../harness/text.ts';
import { classResults } from '../testing/class-results.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { terminalClass } from './class.ts';

const pages = locales.flatMap((locale) =>
  [60, 80, 120].flatMap((columns) => [true, false].map((colour) => ({ locale, columns, colour }))),
);
const everything = [...classResults(), ...nastyResults()];

describe.each(pages)('$locale at $columns columns, colour $colour', (page) => {
  test('no line is too long, none is a command to CI, whatever a student writes', () => {
    for (const line of terminalClass(everything, page).split('\n')) {
      const seen = stripVTControlCharacters(line);
      expect(stringWidth(seen), seen).toBeLessThanOrEqual(page.columns);
      expect(seen).not.toMatch(/^\s*::|##\[|\p{Cc}/u);
    }
  });
});

test.each(locales)('looks as it was last looked at in %s', async (locale) => {
  const shown = terminalClass(everything, { locale, columns: 80, colour: false });
  await expect(shown).toMatchFileSnapshot(`golden/overview.${locale}.txt`);
});

test('what has no score is listed with its reason, and the list ends somewhere', () => {
  const broken = Array.from({ length: 12 }, (_one, index) =>
    plainResult({
      ...{ student: `s${index}`, outcome: 'error', score: null },
      reason: { code: 'ENGINE_START', message: { ko: '엔진', en: 'The engine did not start.' } },
    }),
  );
  const shown = terminalClass(broken, { locale: 'en', columns: 80, colour: false });
  expect(shown).toContain('! s0  build-noderun  The engine did not start.');
  expect(shown).not.toContain('s10');
  expect(shown).toContain('… and 2 more');
});

test('a class without trouble has no list of it', () => {
  const shown = terminalClass([plainResult({})], { locale: 'en', columns: 80, colour: false });
  expect(shown).not.toContain('Without a score');
});
