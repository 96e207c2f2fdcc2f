/** What a rule was worked out to: an exit code, or that the program goes on. */
export type Outcome = number | 'running';

/** A number, a sum or difference of numbers and letters such as `128 + s`, or `running`. */
export type Rule = string | number;

const term = /([+-]?)\s*(\d+|[a-z])\s*/gy;

/**
 * Works a rule out with these values for its letters. Undefined when it has a letter without a value, or is no rule:
 * the schema lets none such through.
 */
export function outcomeOf(rule: Rule, values: Readonly<Record<string, number>> = {}): Outcome | undefined {
  const text = String(rule).trim().toLowerCase();
  if (text === 'running') return text;
  const terms = [...text.matchAll(term)];
  if (terms.length === 0 || terms.map(([whole]) => whole).join('') !== text) return undefined;
  let sum = 0;
  for (const [index, [, sign, operand = '']] of terms.entries()) {
    const value = /^\d/.test(operand) ? Number(operand) : values[operand];
    if (value === undefined || (index > 0 && sign === '')) return undefined;
    sum += sign === '-' ? -value : value;
  }
  return sum;
}
