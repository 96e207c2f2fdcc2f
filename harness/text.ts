/** Texts that people read, in every language Drydock speaks. Imports nothing. */

/** A language Drydock speaks. Korean comes first: it is the course's own. */
export type Locale = 'ko' | 'en';
export const locales: readonly Locale[] = ['ko', 'en'];

/** One text in every language; Markdown's `code` spans are the only markup. */
export type Text = Readonly<Record<Locale, string>>;

/** What fills one `{placeholder}`: the same in every language, or a text that differs with it. */
export type Value = string | number | Text;

/** What fills the `{placeholders}` of a template. */
export type Values = Readonly<Record<string, Value>>;

/** The placeholder names of a template, as a type: `'{a} and {b}'` gives `'a' | 'b'`. `{{.Go}}` and JSON are left alone. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ?
      | (IsName<Name> extends true
          ? Name
          : Name extends `${string}{${infer Inner}`
            ? IsName<Inner> extends true
              ? Inner
              : never
            : never)
      | Placeholders<Rest>
  : never;

type IsName<S extends string> = S extends `${infer First}${string}`
  ? Lowercase<First> extends Uppercase<First>
    ? false
    : S extends `${string}${' ' | '"' | '.' | ':' | '{'}${string}`
      ? false
      : true
  : false;

const placeholder = /\{([A-Za-z]\w*)\}/g;

/** The placeholder names that a template has at run time, in order, once each. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** Fills a template's placeholders; one without a value stays as it is written, so that the slip is seen. */
function fillTemplate(template: string, values: Values, locale: Locale): string {
  return template.replace(placeholder, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}

/** Fills a text in every language. */
export function fillText(template: Text, values: Values): Text {
  return { ko: fillTemplate(template.ko, values, 'ko'), en: fillTemplate(template.en, values, 'en') };
}

/** The language of a POSIX locale name such as `ko_KR.UTF-8`: Korean for `ko…`, else English. */
export function localeOf(name: string | undefined): Locale {
  return name?.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
