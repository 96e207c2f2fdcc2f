import { quoted, type Refusal, type RefusalId } from './refusal.ts';

/** What one value of a request may be. `at` is the value's place, for the refusal: `HostConfig.Mounts[0].Source`. */
export interface Rule {
  /** In words, for the policy's table. */
  about: string;
  check(value: unknown, at: string): Refusal | null;
}

/** The members of an object, each with its rule; a member that is not listed is refused. */
export type Members = Readonly<Record<string, Rule>>;

const refuse = (at: string, value: unknown, id: RefusalId, instead?: string): Refusal => ({
  id,
  what: `${at}=${quoted(value)}`,
  instead,
});

/** Go's decoder leaves a field alone when it reads null, so null means the same as an absent value. */
const absent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule from a predicate; null and absent values always pass. */
export function rule(
  about: string,
  id: RefusalId,
  fits: (value: unknown) => boolean,
  instead?: string,
): Rule {
  return {
    about,
    check: (value, at) => (absent(value) || fits(value) ? null : refuse(at, value, id, instead)),
  };
}

/** Nothing but what means "not set": null, an empty string, list or object, false, 0. */
export function unset(id: RefusalId, instead?: string): Rule {
  return rule('not set', id, isUnset, instead);
}

function isUnset(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  return value === '' || value === false || value === 0;
}

export const flag: Rule = rule('true or false', 'type', (value) => typeof value === 'boolean');
export const text: Rule = rule('any text', 'type', (value) => typeof value === 'string');

/** A whole number within bounds, both included. */
export function integer(
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
  id: RefusalId = 'range',
): Rule {
  const bounded = least !== Number.MIN_SAFE_INTEGER || most !== Number.MAX_SAFE_INTEGER;
  const fits = (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
  return rule(bounded ? `a whole number from ${least} to ${most}` : 'a whole number', id, fits);
}

/** A text of this form; an empty one counts as not set. */
export function matching(about: string, pattern: RegExp, id: RefusalId, instead?: string): Rule {
  const fits = (value: unknown) => typeof value === 'string' && (value === '' || pattern.test(value));
  return rule(about, id, fits, instead);
}

/** One of these texts, or an empty one. */
export function oneOf(words: readonly string[], id: RefusalId, instead?: string): Rule {
  const fits = (value: unknown) => value === '' || (typeof value === 'string' && words.includes(value));
  return rule(`one of ${words.map((word) => `\`${word}\``).join(', ')}`, id, fits, instead);
}

/** A list whose entries all follow one rule. */
export function listOf(entry: Rule): Rule {
  return {
    about: `a list: ${entry.about}`,
    check(value, at) {
      if (absent(value)) return null;
      if (!Array.isArray(value)) return refuse(at, value, 'type');
      return firstOf(value, (item: unknown, index) => entry.check(item, `${at}[${index}]`));
    },
  };
}

/** An object with these members alone, spelled exactly so: Go would also take other cases and Unicode folds. */
export function objectOf(members: Members, about = `an object: ${Object.keys(members).join(', ')}`): Rule {
  return {
    about,
    check(value, at) {
      if (absent(value)) return null;
      if (!isRecord(value)) return refuse(at, value, 'type');
      return firstOf(Object.entries(value), ([key, item]) => {
        const place = at === '' ? key : `${at}.${key}`;
        const member = Object.hasOwn(members, key) ? members[key] : undefined;
        return member
          ? member.check(item, place)
          : { id: 'unknown-key', what: `${quoted(place)} in the request` };
      });
    },
  };
}

/** An object with free keys of one form. */
export function mapOf(entry: Rule, key: Rule = text): Rule {
  return {
    about: key === text ? `a map: ${entry.about}` : `a map from ${key.about}: ${entry.about}`,
    check(value, at) {
      if (absent(value)) return null;
      if (!isRecord(value)) return refuse(at, value, 'type');
      return firstOf(
        Object.entries(value),
        ([name, item]) => key.check(name, `${at} key`) ?? entry.check(item, `${at}.${name}`),
      );
    },
  };
}

/** A text or a list of texts, as Go's strslice reads both. */
export const texts: Rule = rule('a text or a list of texts', 'type', (value) =>
  [value].flat().every((item) => typeof item === 'string'),
);

function firstOf<T>(items: readonly T[], check: (item: T, index: number) => Refusal | null): Refusal | null {
  for (const [index, item] of items.entries()) {
    const refusal = check(item, index);
    if (refusal) return refusal;
  }
  return null;
}
