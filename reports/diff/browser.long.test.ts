import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoGradings } from '../testing/two-gradings.ts';
import { diffOf } from './diff.ts';
import { diffHtml } from './diff-html.ts';

const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? '';
let browser: Browser;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-diff-page-'));
  // Chromium's own sandbox refuses to run as root; the page is ours.
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Opens the page; whatever it complains about fails the test that looks at `complaints`. */
async function open(width = 1200): Promise<{ page: Page; complaints: string[] }> {
  const { before, after } = twoGradings();
  const file = join(dir, 'diff.html');
  await writeFile(file, diffHtml(diffOf(before, after), { locale: 'ko' }));
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => request.url().startsWith('file:') || complaints.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
}

describe('the page in a browser', { timeout: 60_000 }, () => {
  test('finds a student, speaks both languages, and turns dark', async () => {
    const { page, complaints } = await open();
    const shown = () => page.locator('.change:not([hidden]) h3').count();
    expect(await shown()).toBe(11);
    await page.fill('#search', 'OUTAGE');
    expect(await shown()).toBe(1);
    await page.click('#language');
    expect(await page.locator('h1 span:visible').textContent()).toBe('Two gradings compared');
    expect(await page.locator('.change:not([hidden]) .chip span:visible').textContent()).toContain('machine');
    const colour = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await colour();
    await page.click('#theme');
    expect(await colour()).not.toBe(before);
    expect(complaints).toEqual([]);
  });

  test.each([360, 1280])('nothing is wider than a screen of %i', async (width) => {
    const { page } = await open(width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend, %s', async (colorScheme) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme });
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const report = (await page.evaluate(`${axe}; axe.run()`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(report.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
