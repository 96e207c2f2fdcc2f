import type { Message } from '../errors.ts';
import { fillText, type Placeholders, type Text, type Value, type Values } from '../text.ts';

type NamesIn<T extends Text> = Placeholders<T['ko']> | Placeholders<T['en']>;

/** A function per message: it takes exactly the placeholders its templates name, and gives the filled message. */
export type Say<T extends Record<string, Text>> = {
  readonly [Id in keyof T]: (
    ...values: [NamesIn<T[Id]>] extends [never] ? [] : [Record<NamesIn<T[Id]>, Value>]
  ) => Message;
};

/** The templates behind a set of messages, for tests and generated pages. */
const templatesOf = new WeakMap<object, Record<string, Text>>();

/**
 * Declares a grader's messages. A missing language or a missing placeholder does not compile.
 * Each message says what was found, what was expected, and the next command to type.
 */
export function messages<const T extends Record<string, Text>>(templates: T): Say<T> {
  const say = Object.fromEntries(
    Object.entries<Text>(templates).map(([id, template]) => [
      id,
      (values: Values = {}): Message => ({
        id,
        text: fillText(template, values),
        values,
      }),
    ]),
  );
  templatesOf.set(say, templates);
  return say as unknown as Say<T>;
}

/** The templates of a set of messages; empty for an object that `messages` did not make. */
export function messageTemplates(say: object): Record<string, Text> {
  return templatesOf.get(say) ?? {};
}
