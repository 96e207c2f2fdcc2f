import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Course, findCourse } from './course.ts';
import { loadGrader } from './load-grader.ts';

let course: Course;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'drydock-course-'));
  course = { root, assignments: join(root, 'assignments'), graders: join(root, 'graders') };
  await mkdir(join(course.assignments, 'smoke/starter'), { recursive: true });
  await mkdir(join(course.graders, 'smoke/mutants/typo'), { recursive: true });
});
afterEach(() => rm(course.root, { recursive: true }));

const checkSource = `{ id: 'runs', points: 10, title: { ko: '', en: '' }, needs: {}, disturbs: false, adds: false, hidden: false, run: () => true }`;
const graderSource = (assignment: string, checks = checkSource) =>
  `export default { assignment: '${assignment}', checks: [${checks}] };`;
const put = (path: string, text: string) => writeFile(join(course.root, path), text);

describe('a sound grader', () => {
  test('is loaded, with a version', async () => {
    await put('graders/smoke/grader.ts', graderSource('smoke'));
    const { grader, version } = await loadGrader(course, 'smoke', 10);
    expect(grader.checks.map(({ id }) => id)).toEqual(['runs']);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  test('changes its version with its code, its manifest and its starter, not with its mutants', async () => {
    await put('graders/smoke/grader.ts', graderSource('smoke'));
    const version = async () => (await loadGrader(course, 'smoke', 10)).version;
    const first = await version();
    await put('graders/smoke/mutants/typo/solution.sh', 'docker');
    expect(await version()).toBe(first);
    await put('assignments/smoke/assignment.json', '{}');
    const second = await version();
    expect(second).not.toBe(first);
    await put('graders/smoke/rules.ts', '');
    const third = await version();
    expect(third).not.toBe(second);
    await put('assignments/smoke/starter/answers.schema.json', '{}');
    expect(await version()).not.toBe(third);
  });
});

describe('the author’s slips', () => {
  test('no grader at all', async () => {
    await expect(loadGrader(course, 'smoke', 10)).rejects.toMatchObject({
      name: 'GraderError',
      code: 'GRADER_MISSING',
    });
  });

  test.each([
    ['code that does not parse', 'export default {', 'GRADER_BROKEN'],
    ['a throw while it loads', 'throw new Error("early")', 'GRADER_BROKEN'],
    ['no default export', 'export const grader = 1;', 'GRADER_BROKEN'],
    ['another assignment’s name', graderSource('other'), 'GRADER_FAULTY'],
    ['no checks', graderSource('smoke', ''), 'GRADER_FAULTY'],
    ['the same check twice', graderSource('smoke', `${checkSource}, ${checkSource}`), 'GRADER_FAULTY'],
  ])('%s', async (_name, source, code) => {
    await put('graders/smoke/grader.ts', source);
    await expect(loadGrader(course, 'smoke', 10)).rejects.toMatchObject({ name: 'GraderError', code });
  });
});

test('a course has to hold assignments', async () => {
  expect(await findCourse(course.root, '/')).toEqual(course);
  await expect(findCourse('graders', course.root)).rejects.toMatchObject({ code: 'COURSE_MISSING' });
});
