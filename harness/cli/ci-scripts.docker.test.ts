import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'drydock-ci-'));
  await cp(join(root, 'graders/build-noderun/solution'), join(workspace, 'build-noderun'), {
    recursive: true,
  });
  for (const name of ['output', 'summary']) await writeFile(join(workspace, name), '');
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

/** Runs a script as a runner does; resolves with its exit code and what it printed. */
async function script(file: string, env: Record<string, string>): Promise<{ code: number; stdout: string }> {
  const { HOME = '', PATH = '', DOCKER_HOST } = process.env;
  const inherited = {
    HOME,
    PATH: `${dirname(process.execPath)}:${PATH}`,
    ...(DOCKER_HOST ? { DOCKER_HOST } : {}),
  };
  const github = {
    GITHUB_OUTPUT: join(workspace, 'output'),
    GITHUB_STEP_SUMMARY: join(workspace, 'summary'),
  };
  const options = { cwd: workspace, env: { ...inherited, ...github, GITHUB_WORKSPACE: workspace, ...env } };
  return run('bash', [join(root, file)], options).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

const action = (env: Record<string, string> = {}) =>
  script('.github/actions/grade/grade.sh', {
    DRYDOCK: root,
    INPUT_LANG: 'en',
    INPUT_STUDENT: 'octo',
    ...env,
  });
const read = (name: string) => readFile(join(workspace, name), 'utf8');

test('the action: outputs, summary, JUnit, and the failed line marked when the runner listens again', async () => {
  const solution = await read('build-noderun/solution.sh');
  const wrong = `${solution.replace('6060:6060', '6061:6060')}\necho '::error::injected'\n`;
  await writeFile(join(workspace, 'build-noderun/solution.sh'), wrong);
  const { code, stdout } = await action();
  expect(code).toBe(0);
  const [, token = 'none'] = /^::stop-commands::(\w{32})$/m.exec(stdout) ?? [];
  const listening = stdout.slice(stdout.indexOf(`::${token}::`));
  expect(listening.match(/^::error .*$/gm)).toEqual([
    expect.stringMatching(/^::error file=build-noderun\/solution\.sh,line=\d+,/),
  ]);
  expect(await read('output')).toMatch(/^result=[\w+/=]+\nscore=\d+\nmax=100\n$/);
  expect(await read('summary')).toMatch(/^### /);
  expect(await read('drydock-results/junit.xml')).toContain('<failure ');
}, 240_000);

test('the action: a workflow that names its own course’s copy is the template’s', async () => {
  const template = await readFile(join(root, '.github/workflows/classroom.yml'), 'utf8');
  const own = template
    .replace('YOUR-ORGANIZATION/drydock', 'my-school/docker-course')
    .replace('@v0.1.0', '@3f2a');
  expect(own).not.toBe(template);
  await writeFile(join(workspace, 'workflow.yml'), own);
  await cp(join(workspace, 'workflow.yml'), join(workspace, '.github/workflows/classroom.yml'));
  // Told before anything is graded, so nothing need be.
  const { stdout } = await action({ INPUT_ASSIGNMENT: 'no-such-assignment' });
  expect(stdout).not.toContain('::warning');
}, 60_000);

test('the action: a changed workflow is said, and a grader in the repository decides nothing', async () => {
  await cp(join(root, '.github/workflows/classroom.yml'), join(workspace, '.github/workflows/classroom.yml'));
  await writeFile(join(workspace, '.github/workflows/classroom.yml'), 'name: mine\n');
  await cp(join(root, 'graders/build-noderun/grader.ts'), join(workspace, 'graders/build-noderun/grader.ts'));
  await writeFile(join(workspace, 'graders/build-noderun/grader.ts'), 'throw new Error("mine");\n');
  const { code, stdout } = await action({ INPUT_ASSIGNMENT: 'build-noderun', INPUT_FAIL_UNDER: '100' });
  expect({ code, warned: stdout.includes('::warning file=.github/workflows/classroom.yml::') }).toEqual({
    code: 0,
    warned: true,
  });
  expect(await read('summary')).toContain('> ⚠️ `.github/workflows/classroom.yml`: This workflow differs');
  expect(await read('output')).toContain('\nscore=100\n');
}, 240_000);

test('the action: an input is never a command', async () => {
  const { code } = await action({ INPUT_ASSIGNMENT: '$(touch hacked) ;touch', INPUT_DIR: '.' });
  expect(code).toBe(2);
  await expect(read('hacked')).rejects.toThrow();
  expect(await read('output')).toBe('');
}, 60_000);

const runner = {
  ...{ CLASSROOM: 'c', ASSIGNMENT: 'build-noderun', USERNAME: 'octo', SUBMISSION_TAG: 'submit/1' },
  ...{ COMMIT_URL: 'u', RELEASE_URL: 'u', REVIEW_URL: 'u', LANG: 'en_US.UTF-8' },
};

test('Classroom 50: a repository that is the submission itself', async () => {
  await cp(join(workspace, 'build-noderun'), workspace, { recursive: true });
  expect(await script('.github/classroom50/grade.sh', runner)).toMatchObject({ code: 0 });
  expect(JSON.parse(await read('result.json'))).toMatchObject({
    owner: 'octo',
    score: 100,
    'max-score': 100,
  });
  expect(await read('output')).toBe('status=success\nsummary=100 of 100 points\n');
}, 240_000);

test('Classroom 50: the shim in Python hands on what the grader says', async () => {
  const env = { ...process.env, ...runner, DOCKER_HOST: 'unix:///nowhere.sock', DRYDOCK: root };
  const shim = join(root, '.github/classroom50/autograder.py');
  const ran = run('python3', [shim], {
    cwd: workspace,
    env: { ...env, GITHUB_OUTPUT: join(workspace, 'output') },
  });
  await expect(ran).rejects.toMatchObject({ code: expect.any(Number) });
  expect(await read('output')).toMatch(/^status=error\n/);
}, 60_000);

test('Classroom 50: a machine without an engine is an error without a result', async () => {
  const { code } = await script('.github/classroom50/grade.sh', {
    ...runner,
    DOCKER_HOST: 'unix:///nowhere.sock',
  });
  expect(code).not.toBe(0);
  await expect(read('result.json')).rejects.toThrow();
  expect(await read('output')).toMatch(/^status=error\nsummary=No score.*\n$/);
}, 240_000);
