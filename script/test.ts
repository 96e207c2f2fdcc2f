/**
 * Runs what proves a change, in the order in which a mistake shows soonest, and counts it. With `--all` also the long
 * tests: attacks, faults, limits, the whole chapter, images made from nothing.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTallies, failedNames, type Tally, tallyLine, tallyOfReport, tallyOfStep } from './test-tally.ts';

const root = join(import.meta.dirname, '..');
const node = process.execPath;
const bin = (name: string) => join(root, 'node_modules', name);

await using folder = {
  path: await mkdtemp(join(tmpdir(), 'drydock-test-')),
  [Symbol.asyncDispose]: () => rm(folder.path, { recursive: true, force: true }),
};

const failures: string[] = [];
const tallies: Tally[] = [
  await step('Type-check', [bin('typescript/bin/tsc'), '--noEmit']),
  await step('Lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
  await step('Build the package', [join(root, 'script/build.ts')]),
  await step('Start the built package', [join(root, 'dist/harness/cli/main.js'), 'list']),
  // Brings in every writer, and what lies beside them.
  await step('Report with the built package', [
    ...[join(root, 'dist/harness/cli/main.js'), 'report', 'reports/testing/golden/nasty.json.golden'],
    ...['--format', 'html', '--output', join(folder.path, 'report.html')],
  ]),
  await tests('unit'),
];
// Images are made before the clock of any test runs. Where that fails, no test with an engine can tell anything.
const prepared = await step('Prepare the images', [join(root, 'harness/cli/main.ts'), 'prepare']);
if (prepared.failed > 0) tallies.push(prepared);
else
  for (const project of process.argv.includes('--all') ? ['docker', 'long'] : ['docker'])
    tallies.push(await tests(project));

const total = addTallies(tallies);
for (const name of failures) process.stdout.write(`\nfailed: ${name}`);
process.stdout.write(`\n${tallyLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function tests(project: string): Promise<Tally> {
  const file = join(folder.path, `${project}.json`);
  const code = await run(`Tests: ${project}`, [
    ...[bin('vitest/vitest.mjs'), 'run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  const report = await readFile(file, 'utf8').catch(() => '');
  failures.push(...failedNames(report).map((name) => name.replace(`${root}/`, '')));
  return tallyOfReport(report, code);
}

async function step(title: string, args: string[]): Promise<Tally> {
  const code = await run(title, args);
  if (code !== 0) failures.push(title);
  return tallyOfStep(code);
}

/** Runs a Node program with its output shown. Resolves with its exit code; a signal counts as 1. */
async function run(title: string, args: string[]): Promise<number> {
  process.stdout.write(`\n── ${title}\n`);
  const began = performance.now();
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`── ${title}: ${code === 0 ? 'ok' : `exit code ${code}`}, ${seconds} s\n`);
  return code;
}
