import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Intake, LeftOut } from '../../submissions/index.ts';
import { Output } from '../output.ts';
import { fullResult } from '../testing/some-results.ts';
import { closingWords } from './closing-words.ts';

const options = { lang: 'en' as const, ...{ rosterColumns: {}, assignment: [], student: [] } };

async function said(intake: Partial<Intake>, results = [fullResult()]): Promise<string> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const context = {
    ...{ out: new Output(out, {}), err: new Output(err, {}), env: {}, cwd: '/courses' },
    signal: new AbortController().signal,
  };
  await closingWords(
    context,
    {
      ...{ graded: 1, unchanged: 0, stop: undefined, files: [], folder: '/courses/results' },
      stored: { results, roster: undefined, run: undefined, troubles: [] },
      intake: { submissions: [], absent: [], unknown: [], troubles: [], ...intake },
    },
    { ...options, sentinelEvery: 50, prepare: true },
  );
  return String(err.read());
}

function submission(source: string, assignment: string, leftOut: LeftOut[]) {
  return { student: 'kim', assignment, folder: '/tmp/x', source, submittedAt: null, leftOut };
}

test('what was not taken along is said once for each archive or repository, with why', async () => {
  const left: LeftOut[] = [
    { path: 'build-noderun/solution.sh', why: 'link' },
    { path: 'big.bin', why: 'lfs-pointer' },
    { path: 'lib', why: 'submodule' },
    { path: 'tty', why: 'device' },
  ];
  const text = await said({
    submissions: [
      submission('/courses/class/kim.zip', 'build-noderun', left),
      submission('/courses/class/kim.zip', 'rotate-logs', left),
      submission('/courses/class/lee.zip', 'rotate-logs', []),
    ],
  });
  expect(text).toContain(
    'such as links or submodules (1):\n  class/kim.zip: `build-noderun/solution.sh` (a link), `big.bin` (the pointer of Git LFS, without the file), `lib` (a submodule), …\n',
  );
});

test('addresses are shown as they are, and paths from where the command was typed', async () => {
  const text = await said({
    unknown: [{ path: 'https://git.example/team/noderun-x' }, { path: '/courses/class/x' }],
  });
  expect(text).toContain('\n  https://git.example/team/noderun-x\n  class/x\n');
});

test('scores out of different points are told: they cannot be compared', async () => {
  const text = await said({}, [fullResult(), fullResult({ student: 'kim', score: 55, max: 60 })]);
  expect(text).toContain('Results of `smoke` were graded out of different points (60, 100).');
  expect(await said({})).not.toContain('different points');
});
