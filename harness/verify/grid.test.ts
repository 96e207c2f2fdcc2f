import { expect, it } from 'vitest';
import { killsOf, promisedGrid, triedGrid } from './grid.ts';
import { sampleGrader, sampleMutant, sampleResult, sampleTried } from './testing/sample.ts';

const tried = [
  sampleTried('solution', sampleResult({})),
  sampleMutant('first', { one: 'no' }, sampleResult({ one: 'no' })),
  sampleMutant('last', { three: 'no' }, sampleResult({ three: 'no' })),
  sampleTried('starter', sampleResult({ one: 'no' })),
];

it('counts the mutants that fail a check, and them alone', () => {
  expect(killsOf(triedGrid(sampleGrader, tried))).toEqual([
    { id: 'one', points: 60, killed: 1, mutants: 2 },
    { id: 'two', points: 30, killed: 0, mutants: 2 },
    { id: 'three', points: 10, killed: 1, mutants: 2 },
  ]);
});

it('is the same by promise as by trial, where every promise is kept', () => {
  const mutants = tried.flatMap(({ case: { name, expectation } }) =>
    expectation ? [{ name, ...expectation }] : [],
  );
  const rows = triedGrid(sampleGrader, tried).rows.filter(({ kind }) => kind === 'mutant');
  expect(promisedGrid(sampleGrader, mutants).rows).toEqual(rows);
  expect(rows[0]).toEqual({
    name: 'mutants/first',
    kind: 'mutant',
    statuses: ['failed', 'blocked', 'blocked'],
    score: 0,
  });
});
