import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graderFaults, importGrader } from '../authoring/index.ts';
import { generatedStatements } from '../generate/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { paperFaults, ruleFaults } from '../verify/index.ts';
import { emptyCourse } from './testing/empty-course.ts';
import { runCli } from './testing/run-cli.ts';

const create = (root: string, ...args: string[]) =>
  runCli(['new', '--course', root, '--json', ...args], { cwd: root });

test('a new assignment is sound on paper, and lacks what only a person can write', async () => {
  await using course = await emptyCourse();
  const titles = ['--title', "It's “9999”", '--title-ko', '새 과제'];
  const { code, stdout } = await create(course.root, 'first-steps', '--image', 'ubuntu:22.04', ...titles);
  expect({ code, told: JSON.parse(stdout) }).toEqual({
    code: 0,
    told: {
      assignment: 'first-steps',
      order: 1,
      folders: ['assignments/first-steps', 'graders/first-steps'],
    },
  });
  expect(await create(course.root, 'second-steps')).toMatchObject({ code: 0 });

  const [first, second] = await discoverAssignments(join(course.root, 'assignments'));
  expect(first).toMatchObject({ id: 'first-steps', order: 1, images: ['ubuntu:22.04'] });
  expect(first?.title).toEqual({ ko: '새 과제', en: "It's “9999”" });
  expect(second).toMatchObject({
    id: 'second-steps',
    order: 2,
    title: { ko: 'Second steps', en: 'Second steps' },
  });
  for (const { path, current, wanted } of await generatedStatements(course.root))
    expect(`${path}\n${current}`).toBe(`${path}\n${wanted}`);

  for (const assignment of [first, second]) {
    if (!assignment) continue;
    const folder = join(course.root, 'graders', assignment.id);
    const module = await importGrader(join(folder, 'grader.ts'));
    expect(module.grader.assignment).toBe(assignment.id);
    expect(graderFaults(module.grader, assignment.points)).toEqual([]);
    expect(await paperFaults(module, folder)).toEqual([]);
    const unwritten = await ruleFaults(assignment, module.grader, folder);
    expect(
      unwritten.map(({ text }) => text.en).filter((text) => !/^not written yet: |asked$/.test(text)),
    ).toEqual(assignment === second ? ['its title is the same in both languages: Second steps'] : []);
    expect(JSON.stringify([unwritten, assignment])).not.toMatch(/example-assignment|Example assignment|예시/);
  }
});

test('nothing is written over, and a bad name is mended', async () => {
  await using course = await emptyCourse();
  await mkdir(join(course.root, 'graders/taken'), { recursive: true });
  const { code, stderr } = await create(course.root, 'taken');
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('graders/taken') });
  expect(await readdir(join(course.root, 'assignments'))).toEqual([]);
  const bad = await create(course.root, 'Über Logs 2!');
  expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining('`drydock new ber-logs-2`') });
});

test('what cannot be a manifest leaves nothing behind', async () => {
  await using course = await emptyCourse();
  const { code, stderr } = await create(course.root, 'first-steps', '--image', 'No Image');
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('No Image') });
  expect(await readdir(join(course.root, 'assignments'))).toEqual([]);
  expect(await readdir(join(course.root, 'graders'))).toEqual([]);
});

test('where no grader could import the harness, it says what is needed', async () => {
  await using course = await emptyCourse();
  await rm(join(course.root, 'package.json'));
  const { code, stderr } = await create(course.root, 'first-steps');
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('script/drydock new') });
});
