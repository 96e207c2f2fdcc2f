import { describe, expect, it } from 'vitest';
import { check, defineGrader } from '../authoring/index.ts';
import { SandboxError } from '../errors.ts';
import { look } from './look.ts';
import type { SharedContext } from './run-checks.ts';

const title = { ko: '검사', en: 'check' };
const hanging = (id: string) =>
  check({ id, points: 10, title, run: () => new Promise<never>(() => undefined) });
const outage = new SandboxError({ code: 'ENGINE_LOST', message: title, hint: title });

/** Looks with checks that never end, at an engine that answers or does not. */
function looked(checkMs: number, totalMs: number, answer: () => Promise<unknown>) {
  const grader = defineGrader({ assignment: 'a', checks: [hanging('one'), hanging('two')] });
  const shared = { docker: { info: answer } } as unknown as SharedContext;
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
