import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from './testing/smoke-course.ts';

let course: string;
const expectation = (checks: Record<string, string>, score: number) =>
  JSON.stringify({ why: JSON.stringify(checks), checks, score });
const verify = (...args: string[]) => runCli(['verify', '--course', course, ...args], { cwd: course });

beforeAll(async () => {
  course = await mkdtemp(join(tmpdir(), 'drydock-verify-cli-'));
  await writeSmokeCourse(course);
  await writeFiles(course, {
    'assignments/smoke/starter/solution.sh': '# write here\n',
    'graders/smoke/solution/solution.sh': solution,
    'graders/smoke/variants/renamed/solution.sh':
      'docker tag node:20-alpine3.17 mine:0.9\ndocker tag mine:0.9 mine:1.0\n',
    'graders/smoke/mutants/untagged/solution.sh': 'docker images\n',
    'graders/smoke/mutants/untagged/expect.json': expectation({ 'image-tagged': 'noImage' }, 0),
    'graders/smoke/mutants/survives/solution.sh': `${solution}docker ps\n`,
    'graders/smoke/mutants/survives/expect.json': expectation({ looked: 'noImage' }, 60),
  });
});
afterAll(() => rm(course, { recursive: true, force: true }));

describe('drydock verify', { timeout: 240_000 }, () => {
  test('tells a mutant that survives, and what to do: 1', async () => {
    const { code, stdout, stderr } = await verify('smoke');
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('✓ mutants/untagged'),
    });
    expect(stdout).toContain('✗ survives');
    expect(stdout).toContain('looked does not fail (it is passed), expected noImage');
    expect(stdout).toContain('drydock verify smoke --case mutants/survives');
    expect(stdout).toContain('at least 15 are asked');
    expect(stdout).not.toContain('\x1b');
  });

  test('one case with its transcript, as text and as data: 0', async () => {
    const { code, stdout } = await verify('smoke', '--case', 'untagged', '--lang', 'ko');
    expect(code).toBe(0);
    expect(stdout).toContain('1번째 줄: docker images');
    expect(stdout).toContain('noImage (1번째 줄): `mine:1.0` 이미지가 없습니다.');
    const asData = await verify('smoke', '--case', 'solution', '--json');
    expect(asData).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(asData.stdout)).toMatchObject([
      { assignment: 'smoke', sound: true, cases: [{ name: 'solution', score: 100, result: { score: 100 } }] },
    ]);
  });

  test('a machine that fails is neither sound nor faulty: 3', async () => {
    const env = { DOCKER_HOST: `unix://${course}/gone.sock` };
    const { code, stdout } = await runCli(['verify', '--course', course, 'smoke'], { cwd: course, env });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });

  test.each([
    [[], 'drydock verify --all'],
    [['smok'], '`smoke`'],
    [['smoke', '--case', 'untaged'], '`untagged`'],
    [['smoke', '--concurrency', '0'], '1…64'],
  ])('%j is a slip: 2', async (args, told) => {
    const { code, stdout, stderr } = await verify(...args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
  });
});
