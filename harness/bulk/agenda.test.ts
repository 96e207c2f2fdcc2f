import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradingJob } from '../queue/index.ts';
import { Agenda, type Stop } from './agenda.ts';
import type { SentinelVerdict } from './sentinel.ts';

const job = (id: string): GradingJob => ({
  ...{ id, student: id, assignment: 'a', folder: `/${id}` },
  priority: 'bulk',
});
const class12 = Array.from({ length: 12 }, (_one, index) => job(`s${index}`));

/** Gives pairs `p0/right`, `p0/mutant`, `p1/right`… */
function pairs() {
  let given = 0;
  return () => {
    const turn = given++;
    return { assignment: 'a', jobs: [job(`p${turn}/right`), job(`p${turn}/mutant`)] };
  };
}

interface Told {
  order: string[];
  confirmations: string[][];
  suspects: string[];
  stop: Stop | undefined;
}

/** Runs an agenda with so many jobs at once; each ends in the order in which it began. */
function run(
  agenda: Agenda,
  {
    slots = 1,
    outcome = () => 'graded' as const,
    verdict = () => 'right' as const,
  }: {
    slots?: number;
    outcome?: (id: string, time: number) => 'graded' | 'error';
    verdict?: (id: string) => SentinelVerdict;
  } = {},
): Told {
  const told: Told = { order: [], confirmations: [], suspects: [], stop: undefined };
  const running: GradingJob[] = [];
  const ended: string[] = [];
  for (let steps = 0; steps < 5000; steps += 1) {
    const next = running.length < slots ? agenda.next() : 'wait';
    if (next === undefined && running.length === 0) return told;
    if (typeof next === 'object') {
      told.order.push(next.id);
      running.push(next);
      continue;
    }
    const done = running.shift();
    if (!done) throw new RangeError('it waits for nothing');
    const consequence = agenda.isSentinel(done)
      ? agenda.sentinelEnded(done, verdict(done.id))
      : agenda.ended(done, outcome(done.id, told.order.length));
    if (!agenda.isSentinel(done)) ended.push(done.id);
    if (consequence.confirmed) told.confirmations.push(ended.splice(0));
    told.suspects.push(...consequence.suspects);
    told.stop ??= consequence.stop;
  }
  throw new RangeError('it does not end');
}

describe('an agenda', () => {
  test('grades a pair first, after every so many jobs, and at the end', () => {
    const { order, confirmations } = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 5 }));
    expect(order.slice(0, 9)).toEqual([
      'p0/right',
      'p0/mutant',
      's0',
      's1',
      's2',
      's3',
      's4',
      'p1/right',
      'p1/mutant',
    ]);
    expect(order.slice(-2)).toEqual(['p3/right', 'p3/mutant']);
    expect(confirmations.map(({ length }) => length)).toEqual([0, 5, 5, 2]);
  });

  test('without sentinels there are the jobs alone, and without jobs there is nothing', () => {
    expect(run(new Agenda({ jobs: class12, sentinels: undefined, every: 5 })).order).toHaveLength(12);
    expect(run(new Agenda({ jobs: [], sentinels: pairs(), every: 5 })).order).toEqual([]);
  });

  test('jobs wait for the first pair, and not for those after it', () => {
    const agenda = new Agenda({ jobs: class12, sentinels: pairs(), every: 3 });
    expect([agenda.next(), agenda.next(), agenda.next()]).toMatchObject([
      { id: 'p0/right' },
      { id: 'p0/mutant' },
      'wait',
    ]);
    expect(run(new Agenda({ jobs: class12, sentinels: pairs(), every: 3 }), { slots: 4 }).order).toHaveLength(
      12 + 5 * 2,
    );
  });

  test('a wrong sentinel makes everything since the last good pair suspect, under way or ended', () => {
    const agenda = new Agenda({ jobs: class12, sentinels: pairs(), every: 4 });
    const { order, suspects, stop } = run(agenda, {
      slots: 3,
      verdict: (id) => (id === 'p1/mutant' ? 'wrong' : 'right'),
    });
    expect(stop).toBeUndefined();
    expect(suspects.length).toBeGreaterThanOrEqual(4);
    for (const id of suspects) expect(order.filter((one) => one === id)).toHaveLength(2);
    const again = order.indexOf('p2/right');
    for (const id of suspects) expect(order.lastIndexOf(id)).toBeGreaterThan(again);
  });

  test('two wrong pairs end the run, with what was graded between suspect', () => {
    const { order, suspects, stop } = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 4 }), {
      verdict: (id) => (/^p[12]/.test(id) ? 'wrong' : 'right'),
    });
    expect(stop).toBe('wrong-sentinel');
    expect(suspects).toEqual(['s0', 's1', 's2', 's3']);
    expect(order).not.toContain('s5');
  });

  test('a machine that grades wrongly from the start grades nobody', () => {
    const { order, stop } = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 4 }), {
      verdict: () => 'wrong',
    });
    expect(stop).toBe('wrong-sentinel');
    expect(order.filter((id) => id.startsWith('s'))).toEqual([]);
  });

  test('a sentinel that the machine failed is graded again, and thrice is the end', () => {
    const once = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 50 }), {
      verdict: (() => {
        let lost = 2;
        return () => (lost-- > 0 ? 'lost' : 'right');
      })(),
    });
    expect(once.stop).toBeUndefined();
    expect(once.order.filter((id) => id === 'p0/right')).toHaveLength(3);
    const ever = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 50 }), {
      verdict: () => 'lost',
    });
    expect(ever.stop).toBe('lost-sentinel');
  });

  test('what the machine failed is tried once more at the end', () => {
    const { order, stop } = run(new Agenda({ jobs: class12, sentinels: pairs(), every: 50 }), {
      outcome: (id) => (id === 's3' ? 'error' : 'graded'),
    });
    expect(stop).toBeUndefined();
    expect(order.filter((id) => id === 's3')).toHaveLength(2);
    expect(order.lastIndexOf('s3')).toBe(order.length - 3);
  });

  test('a machine that fails one job after another ends the run', () => {
    const { order, stop } = run(new Agenda({ jobs: class12, sentinels: undefined, every: 50 }), {
      outcome: () => 'error',
    });
    expect(stop).toBe('machine');
    expect(order).toHaveLength(8);
  });

  test('what a run that was cut off left unproven is proven by the next pair, or graded again', () => {
    const unproven = [job('old')];
    const good = run(new Agenda({ jobs: [], sentinels: pairs(), every: 50, unproven }));
    expect(good).toMatchObject({ order: ['p0/right', 'p0/mutant'], confirmations: [[]], suspects: [] });
    const bad = run(new Agenda({ jobs: [], sentinels: pairs(), every: 50, unproven }), {
      verdict: (id) => (id === 'p0/mutant' ? 'wrong' : 'right'),
    });
    expect(bad.suspects).toEqual(['old']);
    expect(bad.order).toContain('old');
  });

  test('every job is graded, whatever happens, unless the run ends', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.constantFrom<SentinelVerdict>('right', 'right', 'right', 'wrong', 'lost')),
        fc.array(fc.boolean(), { maxLength: 40 }),
        (count, slots, every, verdicts, errors) => {
          const jobs = class12
            .concat(class12)
            .slice(0, count)
            .map((_job, index) => job(`j${index}`));
          const told = run(new Agenda({ jobs, sentinels: pairs(), every }), {
            slots,
            outcome: (_id, time) => (errors[time] ? 'error' : 'graded'),
            verdict: () => verdicts.shift() ?? 'right',
          });
          if (told.stop !== undefined) return;
          for (const { id } of jobs) expect(told.order).toContain(id);
        },
      ),
    );
  });
});
