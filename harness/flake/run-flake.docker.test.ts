import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, defineGrader, messages, reject } from '../authoring/index.ts';
import { prepareImages } from '../images/index.ts';
import { type Assignment, defaultLimits } from '../manifest/index.ts';
import { chooseReaper } from '../sandbox/index.ts';
import { flakeExitCode, Ledger, runFlake } from './index.ts';

const docker = new Dockerode();
const image = 'node:20-alpine3.17';
const title = { ko: '과제', en: 'assignment' };
const say = messages({ no: { ko: '`ls` 를 보세요.', en: 'See `ls`.' } });
let folder: string;
let ran = 0;

/** Passes every time but the third. */
const grader = defineGrader({
  assignment: 'flaky',
  checks: [
    check({ id: 'sometimes', points: 100, title, run: () => (++ran === 3 ? reject(say.no(), 1) : ran) }),
  ],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-flake-test-'));
  await mkdir(join(folder, 'solution'));
  await writeFile(join(folder, 'solution/solution.sh'), 'docker images\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('goes on from session to session, and finds the run that differs', { timeout: 120_000 }, async () => {
  await chooseReaper(docker);
  const golden = await prepareImages({ docker, images: [image], progress: () => undefined });
  const assignment: Assignment = {
    ...{ id: 'flaky', order: 1, title, points: 100, images: [image], script: 'solution.sh', files: [] },
    ...{ packages: false, limits: defaultLimits, folder },
    expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
  };
  const session = async (runs: number, until: number) => {
    const told: string[] = [];
    const found = await runFlake({
      ...{ docker, golden, runs, concurrency: 1, until, signal: new AbortController().signal },
      ledger: await Ledger.open(join(folder, 'runs.jsonl')),
      subjects: [{ assignment, grader, graderVersion: 'test', graderFolder: folder }],
      told: (_run, done, total) => void told.push(`${done}/${total}`),
    });
    return { ...found, told };
  };
  expect(await session(2, Number.POSITIVE_INFINITY)).toMatchObject({
    tallies: [{ case: 'solution', runs: 2, flips: 0, machine: 0 }],
    missing: 0,
    told: ['1/2', '2/2'],
  });
  const late = await session(4, 0);
  expect(late).toMatchObject({ tallies: [{ runs: 2 }], missing: 2, told: [] });
  expect(flakeExitCode(late.tallies, late)).toBe(3);
  const last = await session(4, Number.POSITIVE_INFINITY);
  expect(last).toMatchObject({
    tallies: [
      {
        ...{ runs: 4, flips: 1 },
        differing: ['sometimes: passed - - ×3, failed no 1 ×1', 'outcome: graded 100 ×3, graded 0 ×1'],
        ...{ wrong: 1, faults: ['its score is 0, expected 100: sometimes no ×1'] },
      },
    ],
    missing: 0,
    told: ['3/4', '4/4'],
  });
  expect(flakeExitCode(last.tallies, last)).toBe(1);
});
