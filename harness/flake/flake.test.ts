import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../result.ts';
import { type FlakeRun, verdictOf } from './flake-run.ts';
import { flakeExitCode, flakeReport, Ledger, tally } from './index.ts';

const run = (name: string, verdict: FlakeRun['verdict'], key = 'k'): FlakeRun => ({
  ...{ assignment: 'a', case: name, key, verdict, wallMs: 1 },
  machine: verdict ? null : 'ENGINE_START',
});
const passed = { runs: 'passed - -', outcome: 'graded 100' };
const failed = { runs: 'failed notRunning 3', outcome: 'graded 90' };
const session = { concurrency: 4, wallMs: 60_000, cpuBusy: 0.97, made: 4, missing: 0 };

describe('verdictOf', () => {
  const message = { ko: '말', en: 'words' };
  const check = { id: 'runs', status: 'failed', messageId: 'notRunning', message, line: 3 };
  const result = { outcome: 'graded', reason: null, score: 90, checks: [check] } as unknown as Result;

  it('is the same for the same statuses, messages and lines, whatever the words', () => {
    expect(verdictOf(result)).toEqual(failed);
    const reworded = { ...check, message: { ko: '다른 말', en: 'port 20123' } };
    expect(verdictOf({ ...result, checks: [reworded] } as unknown as Result)).toEqual(failed);
  });

  it('is none when the machine failed, and one when the grader broke', () => {
    const error = (code: string) => ({ ...result, outcome: 'error', score: null, reason: { code, message } });
    expect(verdictOf(error('ENGINE_START') as Result)).toBeNull();
    expect(verdictOf(error('CHECK_ERROR') as Result)).toMatchObject({ outcome: 'error -' });
  });
});

describe('tally', () => {
  it('counts what is not like most, and the machine’s errors apart', () => {
    const runs = [passed, failed, null, passed].map((verdict) => run('solution', verdict));
    expect(tally([...runs, run('mutants/slip', failed)])).toEqual([
      {
        ...{ assignment: 'a', case: 'solution', runs: 3, flips: 1, machine: 1, wrong: 0, faults: [] },
        differing: ['runs: passed - - ×2, failed notRunning 3 ×1', 'outcome: graded 100 ×2, graded 90 ×1'],
      },
      {
        ...{ assignment: 'a', case: 'mutants/slip', runs: 1, flips: 0, differing: [], machine: 0 },
        ...{ wrong: 0, faults: [] },
      },
    ]);
  });

  it('counts what is not as its author has said, though it never changes', () => {
    const faults = [
      'runs does not fail (it is passed), expected notRunning',
      'its score is 100, expected 90',
    ];
    const wrong = tally([1, 2].map(() => ({ ...run('mutants/slip', passed), faults })));
    expect(wrong).toMatchObject([{ flips: 0, wrong: 2, faults: faults.map((text) => `${text} ×2`) }]);
    expect(flakeExitCode(wrong, { missing: 1 })).toBe(1);
    expect(flakeReport(wrong, session)).toContain(
      `✗ a mutants/slip: 2 of 2 runs are not as their author has said\n    ${faults[0]} ×2`,
    );
  });

  it('ends with 1 for a flip, 3 for runs that are missing, 0 for a proof', () => {
    const steady = tally([run('solution', passed), run('solution', passed)]);
    const flaky = tally([run('solution', passed), run('solution', failed)]);
    expect(flakeExitCode(steady, { missing: 0 })).toBe(0);
    expect(flakeExitCode(steady, { missing: 2 })).toBe(3);
    expect(flakeExitCode([], { missing: 0 })).toBe(3);
    expect(flakeExitCode(flaky, { missing: 2 })).toBe(1);
  });

  it('is told with the differing checks, the rate and the load', () => {
    const report = flakeReport(tally([passed, failed, null].map((one) => run('solution', one))), session);
    expect(report).toContain(
      '✗ a solution: 1 of 2 runs differ\n    runs: passed - - ×1, failed notRunning 3 ×1',
    );
    expect(report).toContain(
      '1 flips in 2 runs (50.000 %), 0 not as said; 1 machine errors; 0 runs still missing',
    );
    expect(report).toContain('4 at a time, 97 % of all cores busy');
  });
});

describe('Ledger', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drydock-ledger-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('goes on where it was killed, with a line cut off', async () => {
    const path = join(folder, 'deep/flake.jsonl');
    const first = await Ledger.open(path);
    await first.add(run('solution', passed));
    await appendFile(path, '{"assignment":"a","ca');
    const second = await Ledger.open(path);
    await second.add(run('solution', null));
    await second.add(run('solution', passed, 'other'));
    const third = await Ledger.open(path);
    expect(third.runsOf('a', 'solution', 'k').map(({ verdict }) => verdict)).toEqual([passed, null]);
    expect(third.runsOf('a', 'solution', 'other')).toHaveLength(1);
    expect((await Ledger.open(path, { fresh: true })).runsOf('a', 'solution', 'k')).toEqual([]);
    expect(await readFile(path, 'utf8').catch(() => 'gone')).toBe('gone');
  });
});
