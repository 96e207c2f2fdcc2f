/**
 * How long a browser takes to open the page of a class, and how large the page is.
 * Usage: node harness/bench/page.ts [--students 500] [--runs 7]; `script/bootstrap --test` brings the browser.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { html } from '../../reports/html/index.ts';
import { largeClass } from '../../reports/testing/large-class.ts';
import { benchFailed } from './desk.ts';
import { machineLine, median } from './machine-cpu.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { students: { ...text, default: '500' }, runs: { ...text, default: '7' } },
});
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
if (executablePath === undefined) throw benchFailed('no browser here: run `script/bootstrap --test`');

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-page-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, 'page.html');
await writeFile(file, html(largeClass(Number(values.students)), { locale: 'ko' }));
// Chromium's own sandbox refuses to run as root; the page is ours.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
stack.defer(() => browser.close());

const times: number[] = [];
for (let run = 0; run < Number(values.runs); run += 1) {
  const page = await browser.newPage();
  const began = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.locator('.student').first().waitFor();
  times.push((performance.now() - began) / 1000);
  await page.close();
}
const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
const shown = times.map((seconds) => seconds.toFixed(2)).join(', ');
console.log(machineLine());
console.log(`${values.students} students, five assignments each: ${megabytes} MB`);
console.log(`open and usable after ${median(times).toFixed(2)} s (median of ${shown})`);
