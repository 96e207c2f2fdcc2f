import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../testing/run-cli.ts';
import { writeFiles } from '../testing/smoke-course.ts';
import { brokenResult, fullResult, someResults } from '../testing/some-results.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-split-'));
  await writeFiles(dir, {
    'class.json': JSON.stringify(someResults()),
    'spelled.json': JSON.stringify([
      fullResult({ student: '김하늘' }),
      fullResult({ student: '김하늘'.normalize('NFD'), assignment: 'smoke-again' }),
    ]),
    'roster.csv': 'username\n김하늘\n',
    'some.json': JSON.stringify([brokenResult(), fullResult()]),
  });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const split = (file: string, by: string, format: string, ...more: string[]) =>
  runCli(['report', file, '--split', by, '-f', format, ...more], { cwd: dir });

describe('drydock report --split', () => {
  test.each([
    ['student', 'junit', ['choi.xml', 'kim.xml', 'lee.xml']],
    ['assignment', 'junit', ['smoke.xml']],
    ['student', 'html', ['choi.html', 'kim.html', 'lee.html']],
  ] as const)('one report for each %s as %s', async (by, format, names) => {
    const folder = join(dir, `parts/${by}-${format}`);
    const { code, stdout, stderr } = await split('class.json', by, format, '-o', folder);
    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 0, stdout: '', stderr: `${format}: ${folder} (${names.length})\n` },
    });
    expect((await readdir(folder)).sort()).toEqual(names);
    const text = await readFile(join(folder, names[0]), 'utf8');
    expect(text).toContain('choi');
    expect(text.includes('kim')).toBe(by === 'assignment');
  });

  test('a name that was composed here and in pieces there is one student’s', async () => {
    await split('spelled.json', 'student', 'json', '-o', 'spelled');
    expect(await readdir(join(dir, 'spelled'))).toEqual(['김하늘.json']);
    expect(JSON.parse(await readFile(join(dir, 'spelled/김하늘.json'), 'utf8'))).toHaveLength(2);
    const args = ['report', 'spelled.json', '-f', 'grades', '--roster', 'roster.csv'];
    const { stdout, stderr } = await runCli([...args, '--student', '김하늘'.normalize('NFD')], { cwd: dir });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\r\n김하늘,.*,200,200\r\n$/);
  });

  test('somebody whom the roster does not know has a report with everything in it', async () => {
    const known = ['--roster', 'roster.csv', '-o', 'strangers'];
    const { stderr } = await split('class.json', 'student', 'grades', ...known);
    expect(stderr).toContain('choi');
    const csv = await readFile(join(dir, 'strangers/choi.csv'), 'utf8');
    expect(csv.split('\r\n')[1]).toMatch(/^choi,.*,100,100$/);
  });

  test('of one student alone nobody else is said to be missing', async () => {
    await writeFiles(dir, { 'class.csv': 'username,name\nkim,김\nchoi,최\n' });
    const args = ['report', 'class.json', '-f', 'grades', '--roster', 'class.csv', '--student', 'choi'];
    const { stdout, stderr } = await runCli(args, { cwd: dir });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^choi,,최,.*,100,100$/)]);
  });

  test('a machine that failed for one student costs nobody else their report', async () => {
    const { code, stderr } = await split('some.json', 'student', 'gradescope', '-o', 'scope');
    expect(code).toBe(3);
    expect(stderr).toContain('A result has no score (`park`)');
    expect(await readdir(join(dir, 'scope'))).toEqual(['choi.json']);
  });

  test.each([
    [[], 'need a folder'],
    [['-o', 'class.json'], 'cannot write'],
  ])('%j is a mistake of the command', async (more, said) => {
    const { code, stderr } = await split('class.json', 'student', 'junit', ...more);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
