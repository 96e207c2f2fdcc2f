import { expect, it } from 'vitest';
import { lackingExamples, recordExamples, valuesOf } from './record.ts';
import { sampleMutant, sampleResult, sampleTried } from './testing/sample.ts';

const template = { ko: '`{a}` 대신 {b} 값, 다시 `{a}`', en: 'Found {b}, wanted `{a}` (`{a}`)' };

it('finds the values of a filled message again, whatever they hold', () => {
  const text = { ko: '`x.*(` 대신 \n값 값, 다시 `x.*(`', en: 'Found \n값, wanted `x.*(` (`x.*(`)' };
  expect(valuesOf(template, text)).toEqual({ a: 'x.*(', b: '\n값' });
  expect(valuesOf(template, { ...text, ko: 'other' })).toBeUndefined();
  expect(valuesOf(template, { ...text, en: 'Found 1, wanted `2` (`3`)' })).toBeUndefined();
  const differs = { ko: '`x` 대신 둘 값, 다시 `x`', en: 'Found two, wanted `x` (`x`)' };
  expect(valuesOf(template, differs)).toEqual({ a: 'x', b: { ko: '둘', en: 'two' } });
  expect(valuesOf({ ko: '없음', en: 'none' }, { ko: '없음', en: 'none' })).toEqual({});
});

const templates = { no: { ko: '{x} 메시지', en: 'message {x}' }, never: { ko: '-', en: '-' } };
const slip = (name: string) => sampleMutant(name, { one: 'no' }, sampleResult({ one: 'no' }));
const tried = [sampleTried('starter', sampleResult({ one: 'no' })), slip('first'), slip('last')];
const first = { no: { case: 'mutants/first', check: 'one', values: { x: 'no' } } };

it('records the first mutant that was told a message', () => {
  expect(recordExamples(templates, tried, {})).toEqual(first);
  expect(lackingExamples(templates, first)).toEqual(['never']);
});

it('keeps what was recorded as long as its case and its placeholders are there', () => {
  const kept = { no: { case: 'mutants/last', check: 'one', values: { x: 'kept' } } };
  expect(recordExamples(templates, tried, kept)).toEqual(kept);
  expect(recordExamples(templates, tried.slice(0, 2), kept)).toEqual(first);
  const renamed = { no: { ...kept.no, values: { y: 'kept' } } };
  expect(lackingExamples(templates, renamed)).toEqual(['no', 'never']);
  expect(recordExamples(templates, tried, renamed)).toEqual(first);
});
