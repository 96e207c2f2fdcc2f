import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateResult } from '../../manifest/index.ts';
import { runCli, startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';

const kills = 50;
const students = 40;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-killed-'));
  await writeSmokeCourse(dir);
  const files = Array.from({ length: students }, (_one, index) => [
    `class/s${String(index).padStart(2, '0')}/smoke/solution.sh`,
    index % 4 === 3 ? 'docker images\n' : solution,
  ]);
  await writeFiles(dir, Object.fromEntries(files));
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const args = ['grade', 'class', '--course', '.', '--sentinel-every', '0'];
/** Whose result was shown: it was on disk by then. */
const shownIn = (stderr: string) =>
  [...stderr.matchAll(/^\[\d+\/\d+\] (s\d+)/gm)].map(([, name = '']) => name);

test('killed at fifty random moments: nothing lost, nothing graded twice, no half file', async () => {
  const shown: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const running = startCli(args, { cwd: dir });
    await sleep(200 + Math.random() * 3000);
    running.kill('SIGKILL');
    const { stderr } = await running.ended;
    shown.push(...shownIn(stderr));
    await everyFileIsWhole();
  }
  const last = await runCli(args, { cwd: dir });
  expect(last, last.stderr).toMatchObject({ code: 0 });
  shown.push(...shownIn(last.stderr));
  expect(shown.filter((name, index) => shown.indexOf(name) !== index)).toEqual([]);
  const results = await everyFileIsWhole();
  expect(results).toHaveLength(students);
  const full = results.filter(({ score }) => score === 100);
  expect(full).toHaveLength((students * 3) / 4);
}, 900_000);

/** Reads every result there is; a file that is none throws. */
async function everyFileIsWhole() {
  const folder = join(dir, 'class-results/results');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name === 'smoke.json');
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return validateResult(JSON.parse(await readFile(path, 'utf8')), path);
    }),
  );
}
