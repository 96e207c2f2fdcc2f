import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Overrides, readOverrides } from './overrides.ts';

async function read(csv: string): Promise<Overrides['all']> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'drydock-overrides-'));
  const path = join(folder.path, 'overrides.csv');
  await writeFile(path, csv);
  return (await readOverrides(path)).all;
}

async function faults(csv: string): Promise<string[]> {
  const refused = await read(csv).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ name: 'UsageError', code: 'OVERRIDES' });
  return String(refused)
    .split('\n')
    .map((line) => line.replace(/^.*overrides\.csv:/, ''));
}

test('rows are read with their lines, in any order of columns, by whom where it is said', async () => {
  const csv =
    '\ufeffscore,student,reason,assignment,by,extra\r\n88,kim," 구두, 확인 ",build-noderun,oh,x\r\n\r\n0,lee,copied,rotate-logs,\r\n';
  expect(await read(csv)).toEqual([
    { student: 'kim', assignment: 'build-noderun', score: 88, reason: '구두, 확인', by: 'oh', line: 2 },
    { student: 'lee', assignment: 'rotate-logs', score: 0, reason: 'copied', line: 4 },
  ]);
});

test('semicolons, decomposed Korean and a guarded formula are read as they are meant', async () => {
  const csv = `student;assignment;score;reason\n${'김하늘'.normalize('NFD')};a;1;"'=HYPERLINK(""http://x"")"\n`;
  expect(await read(csv)).toEqual([
    { student: '김하늘', assignment: 'a', score: 1, reason: '=HYPERLINK("http://x")', line: 2 },
  ]);
});

test('no rows are no overrides', async () => {
  expect(await read('student,assignment,score,reason\n')).toEqual([]);
});

test.each([
  ['student,assignment,score\nkim,a,1\n', ['1: there is no column `reason`; the first line should be']],
  ['', ['1: there is no column `student`, `assignment`, `score`, `reason`']],
  ['student,assignment,score,reason,score\n', ['1: there are two columns `score`']],
  ['student,assignment,score,reason\nkim,a,1,\n', ['2: `reason` is empty']],
  ['student,assignment,score,reason\nkim,a\n', ['2: `reason` is empty', '2: `score` is empty']],
  ['student,assignment,score,reason\nkim,a,-1,x\n', ['2: `score` is "-1", and must be a whole number']],
  [
    'student,assignment,score,reason\nkim,a,7.5,x\n,a,1,x\n',
    ['2: `score` is "7.5"', '3: `student` is empty'],
  ],
  ['student,assignment,score,reason\nkim,a,1e2,x\n', ['2: `score` is "1e2"']],
])('%j is refused with its lines', async (csv, expected) => {
  const found = await faults(csv);
  expect(found).toHaveLength(expected.length);
  for (const [index, start] of expected.entries()) expect(found[index]).toContain(start);
});

test('a file that is not there or no CSV is said', async () => {
  await expect(readOverrides('nowhere.csv')).rejects.toMatchObject({
    code: 'OVERRIDES_UNREADABLE',
    hint: { en: expect.stringContaining('--overrides') },
  });
  await expect(read('student,assignment,score,reason\n"kim,a,1,x\n')).rejects.toMatchObject({
    code: 'OVERRIDES_UNREADABLE',
  });
});
