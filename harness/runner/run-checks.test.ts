import { describe, expect, it } from 'vitest';
import { type Check, check, defineGrader, ensure, messages } from '../authoring/index.ts';
import { SandboxError } from '../errors.ts';
import { runChecks, type SharedContext } from './run-checks.ts';

const title = { ko: '검사', en: 'check' };
const say = messages({ no: { ko: '`{what}` 없음', en: 'no `{what}`' } });
const outage = new SandboxError({ code: 'ENGINE_LOST', message: title, hint: title });

function passing(
  id: string,
  more: Partial<{ disturbs: boolean; adds: boolean; needs: Record<string, Check<unknown>> }> = {},
) {
  return check({ id, points: 10, title, ...more, run: () => id });
}

function failing(id: string, needs: Record<string, Check<unknown>> = {}) {
  return check({ id, points: 10, title, needs, run: () => ensure(false, say.no({ what: id }), 7) });
}

function run(checks: Check<unknown>[], checkMs = 1000, signal = new AbortController().signal) {
  const order: string[] = [];
  const grader = defineGrader({ assignment: 'a', checks });
  const shared = {} as SharedContext;
  return runChecks(grader, shared, checkMs, signal, ({ id }) => order.push(id)).then((ran) => ({
    ...ran,
    order,
  }));
}

describe('runChecks', () => {
  it('passes a check that returns, and gives what it returned to those that need it', async () => {
    const built = passing('built');
    const running = check({
      id: 'running',
      points: 5,
      title,
      needs: { built },
      run: ({ needs }) => ensure(needs.built === 'built', say.no({ what: 'x' })),
    });
    const { checks } = await run([built, running]);
    expect(checks.map(({ status, points }) => [status, points])).toEqual([
      ['passed', 10],
      ['passed', 5],
    ]);
  });

  it('fails a check with its message, values and line', async () => {
    const { checks } = await run([failing('image')]);
    expect(checks[0]).toMatchObject({
      status: 'failed',
      points: 0,
      messageId: 'no',
      line: 7,
      message: { en: 'no `image`' },
    });
  });

  it('blocks what needs a failed check, through any number of steps, naming what to fix first', async () => {
    const image = failing('image');
    const container = passing('container', { needs: { image } });
    const { checks } = await run([image, container, passing('logs', { needs: { container } })]);
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'blocked', 'blocked']);
    expect(checks[1]).toMatchObject({
      points: 0,
      messageId: 'blocked',
      message: { en: 'Fix “check” first.' },
      needs: ['image'],
    });
  });

  it('gives no points and an error when the grader itself breaks', async () => {
    const broken = check({
      id: 'broken',
      points: 10,
      title,
      run: () => (undefined as unknown as string[]).length,
    });
    const { checks, machine } = await run([broken]);
    expect(checks[0]).toMatchObject({ status: 'error', points: null });
    expect(checks[0]?.message?.en).toContain('Cannot read properties of undefined');
    expect(machine).toBeUndefined();
  });

  it('tells a failure of the machine apart, so that the run can be tried again', async () => {
    const { checks, machine } = await run([
      check({ id: 'lost', points: 10, title, run: () => Promise.reject(outage) }),
    ]);
    expect(checks[0]).toMatchObject({ status: 'error', points: null });
    expect(machine).toBe(outage);
  });

  it('ends a check that hangs, as an error and never as a failure of the student', async () => {
    const hanging = check({
      id: 'hanging',
      points: 10,
      title,
      run: () => new Promise<never>(() => undefined),
    });
    const { checks } = await run([hanging], 20);
    expect(checks[0]).toMatchObject({ status: 'error', points: null });
    expect(checks[0]?.message?.en).toContain('20 ms');
  });

  it('runs disturbing checks last, one at a time, in written order', async () => {
    const { checks, order } = await run([
      passing('stop', { disturbs: true }),
      passing('kill', { disturbs: true }),
      passing('look'),
    ]);
    expect(order).toEqual(['look', 'stop', 'kill']);
    expect(checks.map(({ id }) => id)).toEqual(['stop', 'kill', 'look']);
  });

  it('runs checks that add beside all others, and waits for them', async () => {
    const stopped = Promise.withResolvers<void>();
    const told: string[] = [];
    const fresh = check({
      id: 'fresh',
      points: 10,
      title,
      adds: true,
      run: () => stopped.promise.then(() => void told.push('fresh')),
    });
    const stop = check({
      id: 'stop',
      points: 10,
      title,
      disturbs: true,
      run: () => {
        told.push('stop');
        stopped.resolve();
      },
    });
    const { checks } = await run([fresh, stop]);
    expect(told).toEqual(['stop', 'fresh']);
    expect(checks.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  it('throws the reason of an abort instead of grading half a run', async () => {
    await expect(run([passing('a')], 1000, AbortSignal.abort(new RangeError('stopped')))).rejects.toThrow(
      'stopped',
    );
  });
});
