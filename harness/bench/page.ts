/**
 * How long a browser takes to open the page of a class, and how large the page is. The class is made of results that
 * were graded: every student gets one of each assignment.
 * Usage: node harness/bench/page.ts RESULTS [--students 500] [--runs 7]; RESULTS is a folder that `drydock grade --out`
 * wrote. `script/bootstrap --test` brings the browser.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { html } from '../../reports/html/index.ts';
import { StoredResults } from '../store/index.ts';
import { benchFailed } from './desk.ts';
import { machineLine, median } from './machine-cpu.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { students: { ...text, default: '500' }, runs: { ...text, default: '7' } },
});
const stored = await Array.fromAsync(new StoredResults(positionals[0] ?? '').all());
const byAssignment = Map.groupBy(stored, ({ assignment }) => assignment);
if (byAssignment.size === 0) throw benchFailed('name a folder with results, of `drydock grade --out`');
const results = Array.from({ length: Number(values.students) }, (_, index) =>
  [...byAssignment.values()].flatMap((graded) => {
    const result = graded[index % graded.length];
    return result ? [{ ...result, student: `student${index}` }] : [];
  }),
).flat();
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
if (executablePath === undefined) throw benchFailed('no browser here; `script/bootstrap --test` brings one');

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-page-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, 'page.html');
await writeFile(file, html(results, { locale: 'ko' }));
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
console.log(`${values.students} students, ${byAssignment.size} assignments each: ${megabytes} MB`);
console.log(`open and usable after ${median(times).toFixed(2)} s (median of ${shown})`);
