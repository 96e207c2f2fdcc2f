import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustedClass } from '../testing/adjusted-class.ts';
import { classResults } from '../testing/class-results.ts';
import { largeClass } from '../testing/large-class.ts';
import { nastyText } from '../testing/nasty-checks.ts';
import { nastyResults } from '../testing/nasty-results.ts';
import { html } from './page.ts';

const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? '';
let browser: Browser;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-page-'));
  // Chromium's own sandbox refuses to run as root; the page is ours.
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

/** The class's results of another assignment, with every kind of adjusted score. */
function adjustedRun(): ReturnType<typeof adjustedClass> {
  return adjustedClass().map((result) => ({ ...result, assignment: 'run-nginx' }));
}

/** Opens a page of these results; whatever it complains about fails the test that calls `quiet`. */
async function open(
  results: Parameters<typeof html>[0],
  name = 'page',
  roster?: Parameters<typeof html>[1]['roster'],
): Promise<Page & { quiet: () => void }> {
  const file = join(dir, `${name}.html`);
  await writeFile(file, html(results, { locale: 'ko', roster }));
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => request.url().startsWith('file:') || complaints.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return Object.assign(page, { quiet: () => expect(complaints).toEqual([]) });
}

/** Waits until what is packed of every student unfolded is on the page: the browser decompresses in its own time. */
async function unpacked(page: Page): Promise<void> {
  const waiting = page.locator('.student[open] .packed:is([data-gzip], [aria-busy])');
  await expect.poll(() => waiting.count()).toBe(0);
}

const visible = (page: Page) => page.locator('.student:not([hidden]) .who').allTextContents();

describe('the page in a browser', { timeout: 60_000 }, () => {
  test('finds, filters and sorts students', async () => {
    const page = await open(classResults());
    expect(await visible(page)).toHaveLength(4);
    await page.fill('#search', 'CHO');
    expect(await visible(page)).toEqual(['choi']);
    await page.fill('#search', '');
    expect(await page.locator('#count').textContent()).toBe('4');
    await page.selectOption('#filter', 'broken');
    expect(await visible(page)).toEqual(['park']);
    expect(await page.locator('#count').textContent()).toBe('1 / 4');
    await page.selectOption('#filter', 'absent');
    expect(await visible(page)).toEqual(['이민']);
    await page.selectOption('#filter', 'some');
    expect(await visible(page)).toHaveLength(3);
    await page.selectOption('#filter', 'all');
    await page.selectOption('#sort', 'highest');
    expect((await visible(page))[0]).toBe('choi');
    page.quiet();
  });

  test('unfolds a student: feedback, commands, and the timeline with its marks', async () => {
    const page = await open(classResults());
    await page.locator('.student', { hasText: '김하늘' }).locator('summary').click();
    await unpacked(page);
    expect(await page.locator('.student[open] .checks').textContent()).toContain('docker rm node-run');
    expect(await page.locator('.timeline rect').count()).toBe(1);
    await page.locator('.log summary').click();
    expect(await page.locator('.log li').allTextContents()).toEqual([
      expect.stringMatching(/^0\.0 s 7: docker run -d --name node-run/),
    ]);
    expect(await page.locator('pre').textContent()).toContain('docker run -d --name node-run');
    page.quiet();
  });

  test('is used with the keyboard alone, in both languages, light and dark', async () => {
    const page = await open(classResults());
    await page.keyboard.press('/');
    await page.keyboard.type('park');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('30초 안에').last().waitFor();
    await page.keyboard.press('l');
    await expect.poll(() => page.locator('h1 span:visible').textContent()).toBe('Results');
    expect(await page.locator('#filter option').first().textContent()).toBe('all');
    const colour = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await colour();
    await page.keyboard.press('d');
    expect(await colour()).not.toBe(before);
    page.quiet();
  });

  test('a link of the heat map, or the address alone, leads to the student', async () => {
    const page = await open(classResults());
    await page.locator('.heat a', { hasText: 'choi' }).first().click();
    expect(await page.locator('.student[open] .who').textContent()).toBe('choi');
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await page.locator('.student[open] .checks').waitFor();
    expect(await page.locator('.student[open] .who').textContent()).toBe('choi');
  });

  test('unfolds everybody who is shown, to be printed: no ink for controls, no scrolling, no overflow', async () => {
    const page = await open(classResults());
    await page.click('#theme');
    await page.fill('#search', 'cho');
    await page.click('#unfold');
    expect(await page.locator('.student[open]').count()).toBe(1);
    await unpacked(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.controls').isVisible()).toBe(false);
    expect(await page.locator('.student[open] .checks').isVisible()).toBe(true);
    const [back, wider] = (await page.evaluate(
      "[getComputedStyle(document.body).backgroundColor, document.querySelector('.scroll').scrollHeight > document.querySelector('.scroll').clientHeight]",
    )) as [string, boolean];
    expect({ back, wider }).toEqual({ back: 'rgb(255, 255, 255)', wider: false });
  });

  test.each([360, 1280])('nothing is wider than a screen of %d', async (width) => {
    const page = await open([...classResults(), ...adjustedRun()]);
    await page.setViewportSize({ width, height: 800 });
    await page.click('#unfold');
    await unpacked(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const lines =
      "[...document.querySelectorAll('.facts dt span')].map((one) => one.getClientRects().length)";
    expect(Math.max(...((await page.evaluate(lines)) as number[]))).toBe(1);
  });

  test('nothing that a student made runs or becomes markup', async () => {
    const attack = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'><svg onload=window.hacked=1>${nastyText}`;
    const everywhere = JSON.parse(JSON.stringify(nastyResults()), (key, value) =>
      typeof value === 'string' && !['schema', 'outcome', 'status', 'startedAt', 'id'].includes(key)
        ? attack
        : value,
    );
    // Keys of objects are a student's, too: references of images, query parameters, labels.
    for (const result of everywhere) {
      result.images = { [attack]: attack };
      for (const event of result.evidence.events) event.attributes[attack] = attack;
    }
    const student = { username: attack, identifier: attack, name: attack, email: attack, section: attack };
    const roster = [student, { ...student, username: 'absent', identifier: '' }];
    const page = await open([...everywhere.slice(0, 1), ...nastyResults().slice(1)], 'attack', roster);
    await page.click('#unfold');
    await unpacked(page);
    for (const summary of await page.locator('.log summary').all()) await summary.click();
    await expect.poll(() => page.locator('.log:not(:has(li))').count()).toBe(0);
    expect(await page.locator('.log li').count()).toBeGreaterThan(3);
    await page.waitForTimeout(200); // for an image that fails to load, whose onerror would come late
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('main img, main script, svg svg, main b').count()).toBe(0);
    page.quiet();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend, %s', async (colorScheme) => {
    const page = await open([...classResults(), ...adjustedRun()]);
    await page.emulateMedia({ colorScheme });
    await page.click('#unfold');
    await unpacked(page);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await expect.poll(() => page.locator('.log:not(:has(li))').count()).toBe(0);
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const report = (await page.evaluate(`${axe}; axe.run()`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(report.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('what 500 students with five assignments make is small enough to open at once', async () => {
    const page = await open(largeClass(500));
    expect(await visible(page)).toHaveLength(500);
    expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThan(50_000);
    page.quiet();
  });
});
