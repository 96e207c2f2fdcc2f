import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownedBy } from './testing/owned-by.ts';
import { runCli, startCli } from './testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from './testing/smoke-course.ts';

const authoring = JSON.stringify(join(import.meta.dirname, '../authoring/index.ts'));
/** Its checks tell when they begin and end, and take their time. */
const grader = `
import { check, defineGrader } from ${authoring};
const title = { ko: '확인', en: 'Looked' };
const looked = check({ id: 'looked', points: 100, title, async run({ docker }) {
  process.stderr.write('check began\\n');
  await docker.images();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  process.stderr.write('check ended\\n');
} });
export default defineGrader({ assignment: 'smoke', checks: [looked] });
`;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'killed-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, {
    'graders/smoke/grader.ts': grader,
    'work/smoke/solution.sh': `docker run -d --name held node:20-alpine3.17 sleep 600\ndocker pause held\nsleep 2\n${solution}`,
  });
  expect(await runCli(['prepare', '--course', dir], { cwd: dir })).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const args = ['check', '--course', '.', '--dir', 'work'];

test.each<[phase: string, shown: string, afterMs: number]>([
  ['the containers are made', 'starting a Docker engine', 60],
  ['the engine boots', 'starting a Docker engine', 300],
  ['the script is typed', 'typing the commands', 600],
  ['the checks look', 'check began', 100],
  ['the sandbox is removed', 'check ended', 0],
])('killed while %s: the next start leaves nothing of it', { timeout: 120_000 }, async (...given) => {
  const [, shown, afterMs] = given;
  const running = startCli(args, { cwd: dir });
  await running.shown(shown);
  await sleep(afterMs);
  const made = await ownedBy(running.pid);
  running.kill('SIGKILL');
  expect(await running.ended).toMatchObject({ code: null });
  expect(made).not.toEqual([]);
  // What the outer daemon was asked for by then it still makes.
  await sleep(1500);

  expect(await runCli(args, { cwd: dir })).toMatchObject({ code: 0 });
  expect(await ownedBy(running.pid)).toEqual([]);
});
