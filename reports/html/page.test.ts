import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { largeClass } from '../testing/large-class.ts';
import { nastyText, passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { html } from './page.ts';

const page = html(nastyResults(), { locale: 'ko' });
/** The page with everything that is packed in it. */
const unpacked = (text: string) =>
  text.replace(/data-gzip="([^"]+)"/g, (_, packed: string) =>
    gunzipSync(Buffer.from(packed, 'base64')).toString(),
  );

test('its policy lets it run its own script and style, and nothing else', () => {
  const policy =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  for (const tag of ['script', 'style']) {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
    expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  expect(page).not.toMatch(/\s(style|on\w+)=/);
  expect(page).not.toMatch(/(src|href)="(?!#)/);
});

test('what a student wrote is text wherever it stands', () => {
  const everything = unpacked(page);
  const elements = [...everything.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, name]) => name);
  expect(elements).not.toContain('b');
  expect(elements).not.toContain('skipped');
  expect(everything).not.toContain(nastyText);
  expect(everything).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
  expect(everything).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}|[\u202A-\u202E]/u);
});

test('shows every check, message and command of every result', () => {
  const everything = unpacked(html(classResults(), { locale: 'en' }));
  for (const { checks, evidence } of classResults()) {
    for (const { id, title } of checks)
      expect({ id, shown: everything.includes(title.en.split('`')[0] ?? '') }).toEqual({ id, shown: true });
    for (const { text } of evidence.commands) expect(everything).toContain(text.split('\n')[0]);
  }
  expect(everything).toContain('aria-label="1 commands, 0 API calls, 0 daemon events');
});

test('errors stand apart, and have no score', () => {
  const broken = nastyResults().filter(({ outcome }) => outcome === 'error');
  const text = html([...broken, plainResult()], { locale: 'en' });
  expect(text).toContain('class="errors"');
  expect(text).toContain('data-state="some broken"');
  expect(text).toContain('data-score="-1"');
  expect(html([plainResult()], { locale: 'en' })).not.toContain('class="errors"');
});

test('a roster decides who is shown, and who is missing or extra', () => {
  const roster = [{ username: 'nobody', identifier: '', name: '노', email: '', section: '' }];
  const text = html([plainResult()], { locale: 'en', roster });
  expect(text.match(/class="student"/g)).toHaveLength(1);
  expect(text).toMatch(/Not on the roster[^<]*<\/span>: 김하늘<\/p>/);
  expect(text).toMatch(/On the roster, without a result<\/span>: 노<\/p>/);
  expect(text).toContain('<dt><span lang="ko">미제출</span><span lang="en">Missing</span></dt><dd>1</dd>');
});

test('500 students with five assignments stay below 10 MB', { timeout: 60_000 }, () => {
  expect(Buffer.byteLength(html(largeClass(500), { locale: 'ko' }))).toBeLessThan(10_000_000);
});

test('a megabyte in a message is cut: in what is packed, and in the list of frequent messages', () => {
  const long = { ko: '가'.repeat(1 << 20), en: '\u{1F433}'.repeat(1 << 19) };
  const failed = { status: 'failed', points: 0, messageId: 'long', message: long } as const;
  const text = html([plainResult({ score: 0, checks: [passedCheck(failed)] })], { locale: 'ko' });
  expect(text.length).toBeLessThan(60_000);
  expect(unpacked(text)).toContain('가…</span>');
  expect(unpacked(text).isWellFormed()).toBe(true);
});

test('an empty class is still a page', () => {
  expect(html([], { locale: 'ko' })).toContain('</html>');
});

test('an assignment graded out of different points is told above the students', () => {
  const results = [plainResult({ student: 'kim', score: 55, max: 60 }), plainResult({ student: 'lee' })];
  expect(html(results, { locale: 'en' })).toContain('graded out of different points (60, 100)');
  expect(page).not.toContain('out of different points');
});
