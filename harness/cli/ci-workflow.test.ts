import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const template = await readFile(join(root, '.github/workflows/classroom.yml'), 'utf8');
const own = template.replace('YOUR-ORGANIZATION/drydock', 'my-school/docker').replace('@v0.1.0', '@3f2a');
const mine = 'name: mine\n';

/** What the action says of workflows before it grades; where there is nothing to grade with, it ends there. */
async function said(workflows: Record<string, string>, running?: string, repository = 'octo/lab') {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'drydock-workflow-'));
  const [workspace, course] = [join(folder.path, 'work'), join(folder.path, 'course')];
  await mkdir(join(workspace, '.github/workflows'), { recursive: true });
  for (const [name, text] of Object.entries(workflows))
    await writeFile(join(workspace, '.github/workflows', name), text);
  await cp(join(root, '.github'), join(course, '.github'), { recursive: true });
  await mkdir(join(course, 'script'));
  await writeFile(join(course, 'script/drydock'), '#!/bin/sh\nexit 2\n');
  await chmod(join(course, 'script/drydock'), 0o755);
  const ref = running === undefined ? {} : { GITHUB_WORKFLOW_REF: `octo/lab/${running}@refs/heads/main` };
  const summary = join(folder.path, 'summary');
  const github = { GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: repository, GITHUB_STEP_SUMMARY: summary };
  const env = { PATH: process.env.PATH ?? '', DRYDOCK: course, INPUT_LANG: 'en', ...github, ...ref };
  const script = join(course, '.github/actions/grade/grade.sh');
  const { stdout, code }: { stdout: string; code?: number } = await run('bash', [script], { env }).catch(
    (error) => error,
  );
  expect(code).toBe(2);
  const told = await readFile(summary, 'utf8').catch(() => '');
  const [, place] = /^::warning file=(.*)::This workflow differs/m.exec(stdout) ?? [];
  expect(told.includes(`\`${place}\`: This workflow differs`)).toBe(place !== undefined);
  return place;
}

test('assignments are parted by spaces or lines, and none of them is taken for an option', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'drydock-inputs-'));
  await mkdir(join(folder.path, 'script'));
  await cp(join(root, '.github'), join(folder.path, '.github'), { recursive: true });
  await writeFile(join(folder.path, 'script/drydock'), '#!/bin/sh\nprintf "%s|" "$@" >calls\nexit 2\n');
  await chmod(join(folder.path, 'script/drydock'), 0o755);
  const script = join(folder.path, '.github/actions/grade/grade.sh');
  const inputs = { INPUT_ASSIGNMENT: 'one two\n--help\n', GITHUB_WORKSPACE: folder.path };
  const env = { PATH: process.env.PATH ?? '', DRYDOCK: folder.path, ...inputs };
  await expect(run('bash', [script], { env })).rejects.toMatchObject({ code: 2 });
  expect(await readFile(join(folder.path, 'calls'), 'utf8')).toMatch(/\|--\|one\|two\|--help\|$/);
});

const usual = '.github/workflows/classroom.yml';
const other = '.github/workflows/grade.yml';

test('the template under its own name or another is nothing to speak of', async () => {
  expect(await said({ 'classroom.yml': own }, usual)).toBeUndefined();
  expect(await said({ 'grade.yml': own.replaceAll('\n', '\r\n') }, other)).toBeUndefined();
  expect(await said({ 'classroom.yml': own })).toBeUndefined();
  expect(await said({})).toBeUndefined();
});

test('another workflow is told, also beside an untouched copy, and when it has taken itself away', async () => {
  expect(await said({ 'classroom.yml': mine }, usual)).toBe(usual);
  expect(await said({ 'classroom.yml': mine })).toBe(usual);
  expect(await said({ 'classroom.yml': own, 'grade.yml': mine }, other)).toBe(other);
  expect(await said({ 'a b,::x.yml': mine }, '.github/workflows/a b,::x.yml')).toBe('.github/workflows');
  expect(await said({ 'classroom.yml': own }, other)).toBe(other);
});

test('a workflow that the course requires from a repository of its own is not the student’s to change', async () => {
  expect(await said({}, other, 'student/lab')).toBeUndefined();
});
