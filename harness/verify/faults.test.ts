import { describe, expect, it } from 'vitest';
import { coverageFaults } from './coverage.ts';
import { caseFaults } from './faults.ts';
import { sampleAssignment, sampleGrader, sampleMutant, sampleResult, sampleTried } from './testing/sample.ts';
import { machineFailed, type Tried } from './tried.ts';

const texts = (tried: Tried) => caseFaults(tried, sampleAssignment()).map(({ text }) => text.en);
const full = sampleResult({});
const broken = (code: string) =>
  sampleResult({}, { outcome: 'error', score: null, reason: { code, message: { ko: '그만', en: 'gone' } } });

describe('caseFaults', () => {
  it('finds none where everything is as promised', () => {
    expect(texts(sampleTried('solution', full))).toEqual([]);
    expect(texts(sampleTried('starter', sampleResult({ one: 'no' })))).toEqual([]);
    expect(texts(sampleTried('empty', sampleResult({}, { outcome: 'missing' })))).toEqual([]);
    expect(texts(sampleMutant('slip', { two: 'no' }, sampleResult({ two: 'no' })))).toEqual([]);
  });

  it.each([
    [
      sampleTried('solution', sampleResult({ two: 'no' })),
      ['its score is 60, expected 100: two no, three blocked'],
    ],
    [sampleTried('starter', full), ['its score is 100, expected 0']],
    [sampleTried('empty', full), ['its outcome is graded, expected missing']],
    [sampleTried('solution', broken('CHECK_ERROR')), ['it ended in an error: gone']],
    [
      sampleMutant('survives', { three: 'no' }, full),
      ['three does not fail (it is passed), expected no', 'its score is 100, expected 90'],
    ],
    [
      sampleMutant('says', { three: 'no' }, sampleResult({ three: 'other' })),
      ['three says other, expected no'],
    ],
    [
      sampleMutant('more', { three: 'no' }, sampleResult({ two: 'other' })),
      [
        'three does not fail (it is blocked), expected no',
        'two fails with other, which expect.json does not list',
        'its score is 60, expected 90',
      ],
    ],
  ])('tells what differs: %#', (tried, faults) => {
    expect(texts(tried)).toEqual(faults);
  });

  it('takes advice only where the author promised it, and never advice that broke', () => {
    const said = { ko: '조언', en: 'advice' };
    const advised = (status: 'failed' | 'error') => {
      const check = { id: 'four', title: said, messageId: 'better', message: said, line: null, needs: [] };
      const points = status === 'error' ? null : 0;
      return { ...full, checks: [...full.checks, { ...check, status, points, max: 0, durationMs: 1 }] };
    };
    expect(texts(sampleTried('variant', advised('failed')))).toEqual([
      'four fails with better, which expect.json does not list',
    ]);
    const expectation = { why: 'it could be better', checks: { four: 'better' }, score: 100 };
    const promised = sampleTried('variant', advised('failed'));
    expect(texts({ ...promised, case: { ...promised.case, expectation } })).toEqual([]);
    expect(texts(sampleTried('solution', advised('error')))).toEqual(['four ended in an error: advice']);
  });

  it('tells how to look at the case, and what to mend', () => {
    const [fault] = caseFaults(sampleMutant('survives', { three: 'no' }, full), sampleAssignment());
    expect(fault).toMatchObject({ subject: 'mutants/survives' });
    expect(fault?.next.en).toContain('drydock verify sample --case mutants/survives');
    expect(fault?.next.ko).toContain('expect.json');
  });
});

describe('machineFailed', () => {
  it('tells the machine’s errors from the grader’s', () => {
    expect(machineFailed(broken('ENGINE_START'))).toBe(true);
    expect(machineFailed(broken('CHECK_ERROR'))).toBe(false);
    expect(machineFailed(full)).toBe(false);
  });
});

describe('coverageFaults', () => {
  it('names checks that nothing fails, and messages that nothing says', () => {
    const tried = [
      sampleMutant('slip', { one: 'no' }, sampleResult({ one: 'no' })),
      sampleTried('starter', sampleResult({ two: 'never' })),
      sampleTried('variant', sampleResult({ three: 'never' })),
    ];
    const faults = coverageFaults(sampleGrader, ['no', 'never'], tried);
    expect(faults.map(({ subject, text }) => `${subject}: ${text.en}`)).toEqual([
      'two: no mutant fails this check',
      'three: no mutant fails this check',
      'never: no mutant produces this message',
    ]);
  });

  it('takes the promise of mutants for which the time did not suffice', () => {
    const tried = [sampleMutant('slip', { one: 'no' }, sampleResult({ one: 'no' }))];
    const left = sampleMutant('late', { two: 'never' }, sampleResult({})).case;
    const faults = coverageFaults(sampleGrader, ['no', 'never'], tried, [left]);
    expect(faults.map(({ subject }) => subject)).toEqual(['three']);
  });
});
