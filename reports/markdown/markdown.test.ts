import { expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { nastyText, passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { fenced, inlineMarkdown } from './escape.ts';
import { markdown } from './markdown.ts';

test('looks as it was last looked at', async () => {
  await expect(markdown(classResults(), { locale: 'ko' })).toMatchFileSnapshot('golden/class.ko.md');
  await expect(markdown(nastyResults(), { locale: 'en' })).toMatchFileSnapshot('golden/nasty.en.md');
});

test.each([
  ['Look at `docker logs a|b`.', 'Look at <code>docker logs a&#124;b</code>.'],
  ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
  ['[a](b) ![c](d)', '&#91;a&#93;(b) &#33;&#91;c&#93;(d)'],
  ['@octocat #1', '<span>&#64;</span>octocat <span>&#35;</span>1'],
  ['HTTPS://b, http://b', 'HTTPS<span>&#58;</span>//b, http<span>&#58;</span>//b'],
  ['www.b.c, awww.b', 'www<span>&#46;</span>b.c, awww.b'],
  ['noderun:1.0 and :tada: so', 'noderun:1.0 and <span>&#58;</span>tada: so'],
  ['`rm $A` or $B$', '<code>rm <span>&#36;</span>A</code> or <span>&#36;</span>B<span>&#36;</span>'],
  ['one ` left open', 'one &#96; left open'],
  [
    '**bold** _it_ ~~gone~~ a\\|b',
    '&#42;&#42;bold&#42;&#42; &#95;it&#95; &#126;&#126;gone&#126;&#126; a&#92;&#124;b',
  ],
])('%j stays what it is', (text, written) => {
  expect(inlineMarkdown(text)).toBe(written);
});

test('no row of a table is broken by what a student wrote', () => {
  const page = markdown(nastyResults(), { locale: 'en' });
  for (const line of page.split('\n').filter((each) => each.startsWith('|')))
    expect(line.match(/\|/g)).toHaveLength(4);
  expect(page).not.toMatch(/<(?!\/?(code|details|span|summary|sub)>)/);
  expect(page).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('a long command stays code, cut', () => {
  const text = `docker run ${'-e A=`b` '.repeat(100)}`;
  const command = {
    line: 1,
    endLine: 1,
    text,
    exitCode: 1,
    startedMs: 0,
    durationMs: 0,
    endedBy: [],
    output: '',
  };
  const message = { ko: '틀림', en: 'Wrong' };
  const failed = passedCheck({ status: 'failed', points: 0, messageId: 'x', message, line: 1 });
  const evidence = { ...plainResult().evidence, commands: [command] };
  const page = markdown([plainResult({ score: 0, checks: [failed], evidence })], { locale: 'en' });
  expect(page).toMatch(/\(line 1: <code>docker run -e A=&#39;b&#39; [^`<]*…<\/code>\)\n/);
});

test('an error says that there is no score, and never 0', () => {
  const broken = nastyResults().filter(({ outcome }) => outcome === 'error');
  const page = markdown(broken, { locale: 'en' });
  expect(page).toContain(': no score\n');
  expect(page).not.toMatch(/\b0 \/ /);
});

test('a page stays below its bound, and says what is left out', () => {
  const many = Array.from({ length: 300 }, () => nastyResults()).flat();
  const page = markdown(many, { locale: 'en', transcript: true });
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  expect(page).toMatch(/_\d+ more results are left out/);
});

test('a result too long for the page still says its score, and costs the next one nothing', () => {
  const checks = Array.from({ length: 10_000 }, (_, index) =>
    passedCheck({ id: `c${index}`, max: 1, points: 1 }),
  );
  const long = plainResult({ student: 'long', score: 10_000, max: 10_000, checks });
  const page = markdown([long, plainResult({ student: 'short' })], { locale: 'en', maxBytes: 100_000 });
  expect(page).toMatch(/^### Build a Node.js image: 10000 \/ 10000\n\nlong · .*\n\n_Its checks are left out/);
  expect(page).toMatch(/\nshort · [\s\S]*\| ✅ \| The <code>noderun/);
});

test('a transcript cannot leave its fence', () => {
  const command = {
    line: 1,
    endLine: 1,
    text: '`````',
    exitCode: 0,
    startedMs: 0,
    durationMs: 0,
    endedBy: [],
  };
  const evidence = { ...plainResult().evidence, commands: [{ ...command, output: `\`\`\`\n${nastyText}` }] };
  const page = markdown([plainResult({ evidence })], { locale: 'en', transcript: true });
  expect(page).toContain('\n``````text\n$ `````\n```\n');
  expect(fenced('a')).toBe('```text\na\n```');
});
