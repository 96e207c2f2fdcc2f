import { describe, expect, it } from 'vitest';
import { check, defineGrader, messages, reject } from '../authoring/index.ts';
import { CheckFailure, SandboxError } from '../errors.ts';
import { look } from './look.ts';
import type { SharedContext } from './run-checks.ts';

const title = { ko: '검사', en: 'check' };
const hanging = (id: string) =>
  check({ id, points: 10, title, run: () => new Promise<never>(() => undefined) });
const outage = new SandboxError({ code: 'ENGINE_LOST', message: title, hint: title });

/** Looks with checks that never end, at an engine that answers or does not. */
function looked(checkMs: number, totalMs: number, answer: () => Promise<unknown>) {
  const grader = defineGrader({ assignment: 'a', checks: [hanging('one'), hanging('two')] });
  const shared = { docker: { info: answer }, shell: async () => '7\n' } as unknown as SharedContext;
  return look(grader, shared, checkMs, new AbortController().signal, () => undefined, totalMs);
}

describe('checks that never end', () => {
  it('are the grader’s where the engine answers: no points, no second try', async () => {
    const { checks, machine } = await looked(20, 5000, async () => ({}));
    expect(checks.map(({ status, points }) => [status, points])).toEqual([
      ['error', null],
      ['error', null],
    ]);
    expect(checks[0]?.message?.en).toMatch(/within 20 ms.*not the submission’s fault/);
    expect(machine).toBeUndefined();
  });

  it('are the machine’s where it does not', async () => {
    const { checks, machine } = await looked(20, 5000, () => Promise.reject(outage));
    expect(checks[0]).toMatchObject({ status: 'error', points: null });
    expect(machine).toBe(outage);
  });

  it('end all together at the limit of a submission, as an error that no score comes from', async () => {
    const over = looked(10_000, 30, async () => ({}));
    await expect(over).rejects.toMatchObject({ name: 'SandboxError', code: 'CHECKS_TIME' });
    await expect(over).rejects.toMatchObject({
      message: expect.stringContaining('0.03 s'),
      hint: { en: expect.stringContaining('not the submission’s fault') },
    });
  });
});

describe('a check that fails', () => {
  const say = messages({ no: { ko: '없습니다.', en: 'There is none.' } });
  const failing = check({ id: 'one', points: 10, title, run: () => reject(say.no()) });
  const passing = check({ id: 'two', points: 5, title, run: () => true });
  const grader = defineGrader({ assignment: 'a', checks: [failing, passing] });
  const lookedAt = (info: () => Promise<unknown>, shell: () => Promise<string>) => {
    const shared = { docker: { info }, shell } as unknown as SharedContext;
    return look(grader, shared, 1000, new AbortController().signal, () => undefined);
  };

  it.each<[name: string, info: () => Promise<unknown>]>([
    ['the engine is there', async () => ({})],
    ['its daemon was stopped by the student', () => Promise.reject(new CheckFailure(say.no()))],
  ])('is the student’s where %s', async (_name, info) => {
    const { checks, machine } = await lookedAt(info, async () => '7\n');
    expect(checks.map(({ status, points }) => [status, points])).toEqual([
      ['failed', 0],
      ['passed', 5],
    ]);
    expect(machine).toBeUndefined();
  });

  it.each<[name: string, info: () => Promise<unknown>, shell: () => Promise<string>]>([
    ['does not answer', () => Promise.reject(outage), async () => '7\n'],
    ['answers without its containerd', async () => ({}), async () => '\n'],
    ['can run nothing any more', async () => ({}), () => Promise.reject(outage)],
  ])('is the machine’s where the engine %s: no points, and no zero', async (_name, info, shell) => {
    const { checks, machine } = await lookedAt(info, shell);
    expect(checks.map(({ status, points, line }) => [status, points, line])).toEqual([
      ['error', null, null],
      ['passed', 5, null],
    ]);
    expect(machine?.code).toMatch(/^(ENGINE_LOST|CONTAINERD_GONE)$/);
    expect(checks[0]?.message).toEqual(machine?.text);
  });
});
