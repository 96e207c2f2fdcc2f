import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { locales } from '../../harness/text.ts';
import { nastyText } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { twoGradings } from '../testing/two-gradings.ts';
import { diffOf } from './diff.ts';
import { diffCsv } from './diff-csv.ts';
import { diffHtml } from './diff-html.ts';
import { diffJson } from './diff-json.ts';
import { diffMarkdown } from './diff-markdown.ts';
import { diffTerminal } from './diff-terminal.ts';

const { before, after } = twoGradings();
const diff = diffOf(before, after);
const nasty = diffOf(nastyResults(), after);
const empty = diffOf(before, before);
const outage = diffOf(
  [plainResult()],
  nastyResults()
    .filter(({ outcome }) => outcome === 'error')
    .map((result) => ({ ...result, student: '김하늘' })),
);
const plain = { columns: 80, colour: false } as const;
const esc = '\u001b';

describe.each(locales)('in %s', (locale) => {
  test('looks as it was last looked at', async () => {
    await expect(diffTerminal(diff, { ...plain, locale })).toMatchFileSnapshot(`golden/${locale}.80.txt`);
    await expect(diffMarkdown(diff, { locale })).toMatchFileSnapshot(`golden/${locale}.md`);
    const csv = diffCsv(diff, { locale }).replaceAll('\r\n', '\n');
    await expect(csv).toMatchFileSnapshot(`golden/${locale}.csv.golden`);
  });

  test.each([36, 80, 120])('no line of %i columns is too long, none is a command to CI', (columns) => {
    for (const each of [diff, nasty, empty])
      for (const line of diffTerminal(each, { locale, columns, colour: true }).split('\n')) {
        const seen = line.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '');
        expect(stringWidth(seen), seen).toBeLessThanOrEqual(Math.max(40, columns));
        expect(seen).not.toMatch(/^\s*::|##\[|\p{Cc}|\p{Cs}|\u202e/u);
      }
  });

  test('an outage is no score, never a zero', () => {
    const shown = [
      diffTerminal(outage, { ...plain, locale }),
      diffMarkdown(outage, { locale }),
      diffHtml(outage, { locale }),
    ];
    for (const text of shown) {
      expect(text).toContain({ ko: '점수 없음', en: 'no score' }[locale]);
      expect(text).not.toMatch(/\b0 \/ 100|[-−]100/);
    }
    const [row] = parse(diffCsv(outage, { locale }), { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ 'score before': '100', 'score after': '', difference: '', movement: 'lost' });
  });
});

test('without colour there is not one escape sequence', () => {
  expect(diffTerminal(diff, { ...plain, locale: 'en' })).not.toContain(esc);
  expect(diffTerminal(diff, { ...plain, locale: 'en', colour: true })).toContain(`${esc}[31m`);
});

test('of two equal gradings every writer says that nothing moved', () => {
  expect(diffTerminal(empty, { ...plain, locale: 'en' })).toContain('No score moved.');
  expect(diffMarkdown(empty, { locale: 'en' })).toContain('No score moved.');
  expect(diffHtml(empty, { locale: 'en' })).toContain('No score moved.');
  expect(parse(diffCsv(empty, { locale: 'en' }))).toHaveLength(1);
  expect(JSON.parse(diffJson(empty))).toMatchObject({
    schema: 'drydock/diff/v1',
    changes: [],
    unchanged: 12,
    unscored: 2,
  });
});

test('no cell of the CSV is a formula, and each row has every cell', () => {
  for (const each of [diff, nasty])
    for (const row of parse(diffCsv(each, { locale: 'en' })) as string[][]) {
      expect(row).toHaveLength(17);
      for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+$)/);
    }
});

test('no row of the Markdown is broken by what a student wrote, and a large class stays below GitHub’s bound', () => {
  const page = diffMarkdown(nasty, { locale: 'en' });
  for (const line of page.split('\n').filter((each) => each.startsWith('|')))
    expect(line.match(/\|/g)?.length).toBeOneOf([5, 9]);
  expect(page).not.toMatch(/<(?!\/?(code|br|span)>)/);
  const many = (score: number) =>
    Array.from({ length: 2000 }, (_, index) => plainResult({ student: `${nastyText}${index}`, score }));
  const large = diffMarkdown(diffOf(many(0), many(1)), { locale: 'en' });
  expect(large.length).toBeLessThan(65_536);
  expect(large).toMatch(/… and \d+ more/);
});

test('what a student wrote is text in the page, which runs its own script and style alone', () => {
  const page = diffHtml(nasty, { locale: 'ko' });
  const elements = [...page.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, name]) => name);
  expect(elements).not.toContain('b');
  expect(elements).not.toContain('skipped');
  expect(page).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
  expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
  expect(page).not.toMatch(/\s(style|on\w+)=|(src|href)="(?!#)/);
  expect(page).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}|[\u202A-\u202E]/u);
});
