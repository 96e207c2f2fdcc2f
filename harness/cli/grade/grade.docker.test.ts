import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../result.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import { runCli, startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-grade-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, {
    'graders/smoke/solution/solution.sh': solution,
    'graders/smoke/mutants/no-tag/solution.sh': 'docker images\n',
    'graders/smoke/mutants/no-tag/expect.json': JSON.stringify({
      ...{ why: 'Nothing is tagged.', checks: { 'image-tagged': 'noImage' }, score: 0 },
    }),
  });
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const grade = (name: string, ...more: string[]) =>
  runCli(['grade', name, '--course', '.', ...more], { cwd: dir });
async function resultOf(name: string, student: string): Promise<Result> {
  const text = await readFile(join(dir, `${name}-results/results/${student}/smoke.json`), 'utf8');
  return JSON.parse(text) as Result;
}

describe('drydock grade', { timeout: 300_000 }, () => {
  test('grades a class, says who is missing, and afterwards only what has changed', async () => {
    await writeFiles(dir, {
      'class/kim/smoke/solution.sh': solution,
      'class/lee/smoke/solution.sh': 'docker images\n',
      'class/stranger/smoke/solution.sh': solution,
      'roster.csv':
        'identifier,github_username,github_id,name\n1,kim,,김민준\n2,lee,,이서연\n3,park,,박지후\n',
    });
    const first = await grade('class', '--roster', 'roster.csv');
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain('2 students, 2 submissions');
    expect(first.stderr).toMatch(/\[2\/2\]/);
    expect(first.stderr).toMatch(/handed in nothing \(1\):\n {2}park 박지후/);
    expect(first.stderr).toMatch(/nobody on the roster \(1\).*\n {2}class\/stranger/);
    const [kim, lee] = [await resultOf('class', 'kim'), await resultOf('class', 'lee')];
    expect([kim.score, lee.score]).toEqual([100, 0]);
    const grades = await readFile(join(dir, 'class-results/grades.csv'), 'utf8');
    expect(grades).toMatch(/^kim,1,김민준/m);
    expect(await readFile(join(dir, 'class-results/report.html'), 'utf8')).toContain('이서연');
    expect(await readFile(join(dir, 'class-results/junit/kim.xml'), 'utf8')).toContain('image-tagged');

    await writeFiles(dir, { 'class/lee/smoke/solution.sh': `${solution}docker ps\n` });
    const second = await grade('class', '--roster', 'roster.csv');
    expect(second.stderr).toContain('1 graded, 1 unchanged');
    expect((await resultOf('class', 'lee')).score).toBe(100);
    expect((await resultOf('class', 'kim')).startedAt).toBe(kim.startedAt);
    expect((await grade('class', '--roster', 'roster.csv')).stderr).toContain('0 graded, 2 unchanged');
  });

  test('a run that was killed loses nothing, and grades nothing twice', async () => {
    const files = Array.from({ length: 6 }, (_one, index) => [
      `killed/s${index}/smoke/solution.sh`,
      solution,
    ]);
    await writeFiles(dir, Object.fromEntries(files));
    const options = ['grade', 'killed', '--course', '.', '--concurrency', '1'];
    const running = startCli(options, { cwd: dir });
    await running.shown('[2/6]');
    running.kill('SIGKILL');
    await running.ended;
    const before = await Promise.all(['s0', 's1'].map((name) => resultOf('killed', name)));

    const again = await runCli(options, { cwd: dir });
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toMatch(/[34] graded, [23] unchanged/);
    const after = await Promise.all(['s0', 's1'].map((name) => resultOf('killed', name)));
    expect(after).toEqual(before);
    for (const [index] of files.entries()) expect((await resultOf('killed', `s${index}`)).score).toBe(100);
  });

  test('a machine that grades known submissions wrongly grades nobody', async () => {
    await writeFiles(dir, {
      'graders/smoke/mutants/no-tag/solution.sh': solution,
      'doubted/kim/smoke/solution.sh': solution,
    });
    const ran = await grade('doubted');
    expect(ran).toMatchObject({ code: 3 });
    expect(ran.stderr).toContain('graded submissions with known verdicts wrongly');
    await expect(resultOf('doubted', 'kim')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await grade('doubted', '--sentinel-every', '0')).toMatchObject({ code: 0 });
  });

  test('workers elsewhere grade the same class to the same verdicts', async () => {
    await writeFiles(dir, {
      'graders/smoke/mutants/no-tag/solution.sh': 'docker images\n',
      'spread/kim/smoke/solution.sh': solution,
      'spread/lee/smoke/solution.sh': 'docker images\n',
      'spread/park/smoke/note.txt': 'no script',
    });
    await using redis = await RedisServer.start({ password: 's3cret' });
    const env = { DRYDOCK_QUEUE: redis.url };
    const worker = startCli(['worker', '--course', '.', '--name', 'vm-1'], { cwd: dir, env });
    await worker.shown('waits for jobs');
    // The coordinator has no engine; the same class on this machine's engine is then unchanged: the keys are alike.
    const elsewhere = { ...env, DOCKER_HOST: `unix://${dir}/none.sock` };
    const ran = await runCli(['grade', 'spread', '--course', '.'], { cwd: dir, env: elsewhere });
    worker.kill('SIGTERM');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout + ran.stderr).not.toContain('s3cret');
    const scores = await Promise.all(['kim', 'lee', 'park'].map((name) => resultOf('spread', name)));
    expect(scores.map(({ outcome, score }) => [outcome, score])).toEqual([
      ['graded', 100],
      ['graded', 0],
      ['invalid', 0],
    ]);
    expect((await worker.ended).stderr).toContain('kim');
    expect((await grade('spread')).stderr).toContain('0 graded, 3 unchanged');
  });

  test('an operator’s slips are told before anything is graded', async () => {
    await writeFiles(dir, { 'slips/kim/smoke/solution.sh': solution });
    expect(await grade('nowhere')).toMatchObject({ code: 2 });
    expect(await grade('slips', '--roster', 'gone.csv')).toMatchObject({ code: 2 });
    expect(await grade('slips', '--student', 'nobody')).toMatchObject({ code: 2 });
    expect(await grade('slips', '--assignment', 'smok')).toMatchObject({ code: 2 });
    expect(await grade('slips', '--force', '--only-errors')).toMatchObject({ code: 2 });
    expect(await runCli(['grade', '--course', '.'], { cwd: dir })).toMatchObject({ code: 2 });
  });
});
