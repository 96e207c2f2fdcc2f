import type { Example, Examples } from '../manifest/index.ts';
import { fillText, placeholdersOf, type Text, type Values } from '../text.ts';
import type { Tried } from './tried.ts';

type Templates = Readonly<Record<string, Text>>;

/** Messages without an example that fills their present template. */
export function lackingExamples(templates: Templates, examples: Examples): string[] {
  return Object.entries(templates)
    .filter(([id, template]) => !fills(examples[id], template))
    .map(([id]) => id);
}

/**
 * An example for each message from the cases that were told it. What was recorded before and still fits is kept, so
 * that documents made from it change only when a message does.
 */
export function recordExamples(templates: Templates, tried: readonly Tried[], before: Examples): Examples {
  const names = new Set(tried.map((one) => one.case.name));
  const entries = Object.entries(templates).map(([id, template]) => {
    const kept = before[id];
    const example = kept && names.has(kept.case) && fills(kept, template) ? kept : found(id, template, tried);
    return [id, example] as const;
  });
  return Object.fromEntries(entries.filter(([, example]) => example !== undefined)) as Examples;
}

function found(id: string, template: Text, tried: readonly Tried[]): Example | undefined {
  const mutants = tried.filter(({ case: { kind } }) => kind === 'mutant');
  for (const one of [...mutants, ...tried]) {
    for (const check of one.result.checks) {
      const values = check.messageId === id && check.message ? valuesOf(template, check.message) : undefined;
      if (values) return { case: one.case.name, check: check.id, values };
    }
  }
  return undefined;
}

function fills(example: Example | undefined, template: Text): boolean {
  if (!example) return false;
  const names = new Set([...placeholdersOf(template.ko), ...placeholdersOf(template.en)]);
  return names.symmetricDifference(new Set(Object.keys(example.values))).size === 0;
}

/**
 * The values that make this text of a template, each a text where the languages differ in it; undefined when none do in
 * both languages.
 */
export function valuesOf(template: Text, text: Text): Values | undefined {
  const [ko, en] = [matched(template.ko, text.ko), matched(template.en, text.en)];
  const names = new Set([...Object.keys(ko), ...Object.keys(en)]);
  const values = Object.fromEntries(
    [...names].map((name) => {
      const one = { ko: ko[name] ?? en[name] ?? '', en: en[name] ?? ko[name] ?? '' };
      return [name, one.ko === one.en ? one.en : one];
    }),
  );
  const filled = fillText(template, values);
  return filled.en === text.en && filled.ko === text.ko ? values : undefined;
}

/** What stands for each placeholder of a template in a filled text; nothing when the text is another's. */
function matched(template: string, text: string): Record<string, string> {
  const seen = new Set<string>();
  const parts = template.split(/(\{[A-Za-z]\w*\})/).map((part, index) => {
    if (index % 2 === 0) return RegExp.escape(part);
    const name = part.slice(1, -1);
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>.*?)`;
  });
  return { ...new RegExp(`^${parts.join('')}$`, 's').exec(text)?.groups };
}
