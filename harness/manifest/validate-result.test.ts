import { describe, expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import { emptyEvidence } from '../result.ts';
import { adjustedResult, completeResult, rescuedResult } from './testing/complete-result.ts';
import { validateResult } from './validate-result.ts';

function refusal(value: unknown): UsageError {
  try {
    validateResult(value, 'results/kim.json');
  } catch (thrown) {
    if (thrown instanceof UsageError) return thrown;
    throw thrown;
  }
  throw new TypeError('it was accepted');
}

/** Every object inside a value, with the path to it. */
function objectsIn(value: unknown, path = ''): { path: string; object: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => objectsIn(each, `${path}/${key}`));
  return Array.isArray(value) ? inner : [{ path, object: value as Record<string, unknown> }, ...inner];
}

/** Keys that a result may do without. */
const optional = ['body', 'value', 'adjustments', 'submittedAt', 'key', 'by', 'was', 'machineErrors'];

/** Keys that are the data's own, not the schema's: anything may be missing or added there. */
const free = /\/(images|query|attributes|body|value)\b/;

describe('the published schema of results', () => {
  test('accepts a result with every key, and what JSON makes of it', () => {
    for (const result of [completeResult(), adjustedResult(), rescuedResult()]) {
      expect(validateResult(result)).toEqual(result);
      expect(validateResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
    }
  });

  test('refuses an unknown key in every object', () => {
    for (const make of [adjustedResult, rescuedResult])
      for (const { path } of objectsIn(make()).filter((each) => !free.test(each.path))) {
        const result = make();
        const found = objectsIn(result).find((each) => each.path === path);
        if (found) found.object.surprise = 1;
        expect(refusal(result).message, path).toContain('surprise');
      }
  });

  test('refuses a missing key in every object, but for those it can do without', () => {
    for (const make of [adjustedResult, rescuedResult])
      for (const { path, object } of objectsIn(make()).filter((each) => !free.test(each.path)))
        for (const key of Object.keys(object).filter((each) => !optional.includes(each))) {
          const result = make();
          const found = objectsIn(result).find((each) => each.path === path);
          delete found?.object[key];
          expect(refusal(result).message, `${path}/${key}`).toContain(key);
        }
  });

  test('accepts a request without a body, a note without a value and a machine without failures', () => {
    const { machineErrors, ...result } = completeResult();
    expect(machineErrors).toHaveLength(1);
    const [call] = result.evidence.calls;
    if (call) call.body = undefined;
    expect(() => validateResult(JSON.parse(JSON.stringify(result)))).not.toThrow();
  });

  test('refuses fractions of points and local times', () => {
    expect(refusal(completeResult({ score: 0.5 })).message).toContain(
      '`score` must be a whole number or `null`, found 0.5',
    );
    expect(refusal(completeResult({ startedAt: '2026-03-02 09:00' })).message).toContain('startedAt');
  });
});

describe('what a refusal says', () => {
  test('names the file, the value, and what to do', () => {
    const error = refusal({ ...completeResult(), outcome: 'fine' });
    expect(error.code).toBe('RESULT_INVALID');
    expect(error.text.en).toMatchInlineSnapshot(`
      "\`results/kim.json\` is not a valid result:
        \`outcome\` must be one of "graded", "missing", "invalid", "error", found "fine""
    `);
    expect(error.text.ko).toContain(
      '`outcome` 항목에는 "graded", "missing", "invalid", "error" 가운데 하나인 값이',
    );
    expect(error.hint.en).toContain('drydock check');
  });

  test('tells a newer version of the schema from a broken file', () => {
    const error = refusal({ ...completeResult(), schema: 'drydock/result/v2' });
    expect(error.code).toBe('RESULT_VERSION');
    expect(error.text.en).toContain('`drydock/result/v2`');
    expect(error.text.ko).toContain('`drydock/result/v2`');
  });

  test.each([[null], [[]], ['text'], [{}], [{ schema: 3 }]])('is given for %j too', (value) => {
    expect(refusal(value).code).toBe('RESULT_INVALID');
  });

  test('covers results whose sums are wrong', () => {
    expect(refusal(completeResult({ score: 100 })).message).toContain("the checks' points add up to 40");
    const error = completeResult({ outcome: 'error', score: null, checks: [], evidence: emptyEvidence() });
    expect(refusal(error).message).toContain('without a reason');
  });
});
