import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';

let dir: string;
const run = (...args: string[]) => startCli([...args, '--course', 'course'], { cwd: dir }).ended;
const earlier = () => readFile(join(dir, 'before.json'), 'utf8');

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-regrade-'));
  await mkdir(join(dir, 'course'));
  await writeSmokeCourse(join(dir, 'course'));
  await writeFiles(dir, {
    'class/choi/smoke/solution.sh': solution,
    'class/lee/smoke/solution.sh': `${solution}docker tag node:20-alpine3.17 mine:2.0\n`,
  });
  const graded = [];
  for (const student of ['choi', 'lee']) {
    const ran = await run('check', '--dir', `class/${student}`, '--student', student, '--json');
    graded.push(...JSON.parse(ran.stdout));
  }
  await writeFile(join(dir, 'before.json'), JSON.stringify(graded));
}, 240_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('drydock regrade', { timeout: 240_000 }, () => {
  test('with the same grader nothing moves', async () => {
    const ran = await run('regrade', '--against', 'before.json', '--submissions', 'class', '-s', 'choi');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain('No score moved.');
    expect(await readdir(join(dir, 'before-regraded', 'results'))).toEqual(['choi']);
  });

  test('a grader that asks for more moves the student who has less, by the check that asks', async () => {
    const grader = join(dir, 'course/graders/smoke/grader.ts');
    const text = await readFile(grader, 'utf8');
    await writeFile(grader, text.replace("docker.image('mine:1.0')", "docker.image('mine:2.0')"));
    const old = await earlier();
    const args = ['--against', 'before.json', '--submissions', 'class', '-o', 'after', '--fail-on-change'];
    const ran = await run('regrade', ...args);
    expect(ran, ran.stderr).toMatchObject({ code: 1 });
    expect(ran.stdout).toContain('Compared 2 · Unchanged 1 · Raised 0 · Lowered 1');
    expect(ran.stdout).toMatch(/▼ choi {2}smoke +100 \/ 100 → 0 \/ 100 {2}−100/);
    const rows = parse(await readFile(join(dir, 'after/diff.csv'), 'utf8'), { columns: true, bom: true });
    expect(rows).toMatchObject([
      { student: 'choi', check: 'image-tagged', 'check after': 'failed', 'message after': 'noImage' },
      { student: 'choi', check: 'looked', 'check after': 'blocked' },
    ]);
    expect(rows[0]).toMatchObject({ section: 'grader', why: expect.stringMatching(/^grader \w+ → \w+$/) });
    expect(await readFile(join(dir, 'after/diff.html'), 'utf8')).toContain('choi');
    expect(await readFile(join(dir, 'after/diff.md'), 'utf8')).toContain('| ▼ | choi |');
    expect(await earlier()).toBe(old);

    // The new folder is a results folder as any: it says where its submissions are, and nothing is graded into it.
    const same = await run('regrade', '--against', 'after', '--sample', '1', '--json');
    expect({ ...same, stdout: JSON.parse(same.stdout) }).toMatchObject({
      code: 0,
      stdout: { changes: [], unchanged: 1 },
    });
    expect(await run('diff', 'after', 'after-regraded')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Removed 1'),
    });
    const again = await run('regrade', ...args);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('after');
  });

  test.each([
    [['--against', 'before.json'], '--submissions DIR'],
    [['--against', 'before.json', '--submissions', 'class', '-s', 'nobody'], '--student'],
    [['--against', 'nowhere.json', '--submissions', 'class'], 'nowhere.json'],
  ])('%j is a mistake of the command', async (args, said) => {
    const ran = await run('regrade', ...args, '-o', 'unused');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
    expect(await readdir(dir)).not.toContain('unused');
  });
});
