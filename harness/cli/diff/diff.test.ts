import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../testing/run-cli.ts';
import { writeFiles } from '../testing/smoke-course.ts';
import { brokenResult, fullResult, someResults } from '../testing/some-results.ts';
import { addDiffCommand } from './diff-command.ts';
import { diffFormats } from './diff-formats.ts';

let dir: string;
const run = (...args: string[]) => runCli(['diff', ...args], { cwd: dir });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-diff-'));
  const [kim, lee, choi] = someResults();
  const changed = { ...kim, score: 100, checks: fullResult().checks, graderVersion: '2' };
  await writeFiles(dir, {
    'before/all.json': JSON.stringify([kim, lee, choi, brokenResult()]),
    'after/one.json': JSON.stringify([changed, lee]),
    'after/deep/two.json': JSON.stringify([choi, brokenResult()]),
  });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('--format takes every format there is, and no other', () => {
  const program = new Command();
  addDiffCommand(program, {} as never, { say: ({ en }) => en, finish: () => undefined });
  const option = program.commands[0]?.options.find(({ long }) => long === '--format');
  expect(option?.argChoices).toEqual(Object.keys(diffFormats));
});

describe('drydock diff', { timeout: 60_000 }, () => {
  test('says whose score moved, by which check and why', async () => {
    const { code, stdout } = await run('before', 'after');
    expect(code).toBe(0);
    expect(stdout).toContain('Compared 4 · Unchanged 3 · Raised 1 · Lowered 0');
    expect(stdout).toMatch(/▲ kim {2}smoke +0 \/ 100 → 100 \/ 100 {2}\+100/);
    expect(stdout).toContain('failed (noImage) → passed');
    expect(stdout).toContain('Why: grader 1 → 2');
    expect(stdout).toContain('1 have no score on either side');
  });

  test('--fail-on-change is exit code 1 for a change, and 0 for none', async () => {
    expect(await run('before', 'after', '--fail-on-change', '--json')).toMatchObject({ code: 1 });
    expect(await run('before', 'before', '--fail-on-change')).toMatchObject({ code: 0 });
  });

  test('writes every format into a file', async () => {
    const starts = {
      ...{ csv: 'student,assignment', html: '<!doctype html>', json: '{\n  "schema": "drydock/diff/v1"' },
      ...{ markdown: '### 채점 비교', terminal: '\n  채점 비교' },
    };
    expect(Object.keys(starts).sort()).toEqual(Object.keys(diffFormats).sort());
    await Promise.all(
      Object.entries(starts).map(async ([format, start]) => {
        const ran = await run('before', 'after', '-f', format, '-o', `out.${format}`, '--lang', 'ko', '-q');
        expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
        expect(await readFile(join(dir, `out.${format}`), 'utf8')).toMatch(new RegExp(`^${start}`));
      }),
    );
  });

  test.each([[['before']], [['before', 'nowhere']], [['before', 'after', '-f', 'pdf']]])(
    '%j is a mistake of the command',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});
