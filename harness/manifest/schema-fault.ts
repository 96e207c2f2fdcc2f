import type { ErrorObject } from 'ajv';
import { nearestName } from '../nearest-name.ts';
import type { Text } from '../text.ts';

/** What one violation of a schema says to people, and the path and key of the value it is about. */
export interface SchemaFault {
  path: (string | number)[];
  /** A key of the object at `path`, when the mistake is the key itself. */
  key?: string;
  text: Text;
}

const typeNames: Record<string, Text> = {
  string: { ko: '문자열', en: 'a string' },
  integer: { ko: '정수', en: 'a whole number' },
  number: { ko: '숫자', en: 'a number' },
  boolean: { ko: '`true` 또는 `false`', en: '`true` or `false`' },
  object: { ko: '객체(`{ }`)', en: 'an object (`{ }`)' },
  array: { ko: '배열(`[ ]`)', en: 'an array (`[ ]`)' },
  null: { ko: '`null`', en: '`null`' },
};

/** Puts one error of ajv (options `allErrors`, `verbose`) into words: what is wrong, and what was expected. */
export function schemaFault(error: ErrorObject): SchemaFault {
  const path = pathOf(error.instancePath);
  const params: Record<string, unknown> = error.params;
  const at = (key?: string) => nameOf(key === undefined ? path : [...path, key]);
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    return {
      path,
      key,
      text: unknownKeyText(at(key), key, Object.keys(error.parentSchema?.properties ?? {})),
    };
  }
  if (error.keyword === 'required') {
    const name = at(String(params.missingProperty));
    return { path, text: { ko: `\`${name}\` 항목이 없습니다.`, en: `\`${name}\` is missing` } };
  }
  if (error.propertyName !== undefined) {
    return {
      path,
      key: error.propertyName,
      text: expectation(error, at(error.propertyName), error.propertyName),
    };
  }
  return { path, text: expectation(error, at(), error.data) };
}

function unknownKeyText(name: string, key: string, known: string[]): Text {
  const meant = nearestName(key, known);
  const all = known.map((each) => `\`${each}\``).join(', ');
  return {
    ko: `\`${name}\` 항목은 쓸 수 없습니다. ${meant ? `\`${meant}\` 항목을 쓰려던 것인가요?` : `쓸 수 있는 항목: ${all}`}`,
    en: `\`${name}\` is not a known key${meant ? `; did you mean \`${meant}\`?` : `; known keys: ${all}`}`,
  };
}

/** `schema` of ajv's verbose errors is the violated keyword's own value. */
function expectation(error: ErrorObject, name: string, data: unknown): Text {
  const found = shown(data);
  const want = wanted(error);
  return {
    ko: `\`${name}\` 항목에는 ${want.ko} 값이 와야 하는데 ${found} 값이 있습니다.`,
    en: `\`${name}\` must be ${want.en}, found ${found}`,
  };
}

/** A value as JSON, but for infinity, which YAML has and JSON would call `null`. */
function shown(data: unknown): string {
  if (typeof data === 'number' && !Number.isFinite(data)) return String(data);
  return (JSON.stringify(data) ?? String(data)).slice(0, 60);
}

function wanted(error: ErrorObject): Text {
  const value: unknown = error.schema;
  const example = JSON.stringify(error.parentSchema?.examples?.[0] ?? value);
  switch (error.keyword) {
    case 'type': {
      const names = [value]
        .flat()
        .map((type) => typeNames[String(type)] ?? { ko: String(type), en: String(type) });
      return { ko: names.map(({ ko }) => ko).join(' 또는 '), en: names.map(({ en }) => en).join(' or ') };
    }
    case 'const':
      return { ko: JSON.stringify(value), en: JSON.stringify(value) };
    case 'enum': {
      const options = [value]
        .flat()
        .map((option) => JSON.stringify(option))
        .join(', ');
      return { ko: `${options} 가운데 하나인`, en: `one of ${options}` };
    }
    case 'pattern':
      return { ko: `${example} 같은 형식의`, en: `written like ${example}` };
    case 'minimum':
      return { ko: `${value} 이상의`, en: `${value} or more` };
    case 'maximum':
      return { ko: `${value} 이하의`, en: `${value} or less` };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return { ko: '비어 있지 않은', en: 'filled in' };
    case 'uniqueItems':
      return { ko: '서로 다른', en: 'a list without repetition' };
    default:
      return { ko: `\`${error.keyword}\` 조건에 맞는`, en: `valid (\`${error.keyword}\`)` };
  }
}

/** The parts of a JSON Pointer (RFC 6901). */
function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** `files[0].path`: how people write a path into JSON. */
function nameOf(path: readonly (string | number)[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return name.replace(/^\./, '') || '(JSON)';
}
