import { expect, test } from 'vitest';
import { emptyCourse } from './testing/empty-course.ts';
import { runCli } from './testing/run-cli.ts';

test('a new assignment passes verify as it is, and is told what is left to write', {
  timeout: 240_000,
}, async () => {
  await using course = await emptyCourse();
  const run = (...args: string[]) =>
    runCli([...args, '--course', course.root, '--json'], { cwd: course.root });
  expect(await run('new', 'first-steps')).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await run('verify', 'first-steps');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [verdict] = JSON.parse(stdout);
  expect(verdict).toMatchObject({ assignment: 'first-steps', sound: true, faults: [], untried: [] });
  expect(verdict.checks.map(({ killed }: { killed: number }) => killed)).toEqual([1, 1, 1, 1]);
  expect(verdict.unwritten.length).toBeGreaterThan(5);
});
