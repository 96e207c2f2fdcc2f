import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Text } from '../text.ts';

/** A place in a file; line and column count from 1, columns in UTF-16 code units as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** One mistake in a file and where it is. */
export interface Fault extends Position {
  text: Text;
}

/** JSON that knows where each of its values was written. */
export interface LocatedJson {
  value: unknown;
  /** Mistakes of the text itself: syntax errors and keys given twice. `value` is to be used only when there are none. */
  faults: Fault[];
  /** Where the value at a path begins, or the nearest value around it that exists; with `key`, where that key is. */
  positionOf(path: readonly (string | number)[], key?: string): Position;
}

/** Parses strict JSON (no comments, no trailing commas), finding every mistake and not only the first. */
export function parseLocated(source: string): LocatedJson {
  const text = source.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const at = positionsIn(text);
  const syntax = errors.filter(isNews).map((error) => ({ ...at(error.offset), text: syntaxText(error) }));
  // Where one brace is missing the parser complains again at every token after it: one complaint per line is plenty.
  const faults = syntax.filter((fault, index) => fault.line !== syntax[index - 1]?.line);
  if (faults.length === 0 && root) {
    for (const key of repeatedKeys(root)) faults.push({ ...at(key.offset), text: repeatedText(key) });
  }
  return {
    value: faults.length === 0 ? JSON.parse(text) : undefined,
    faults,
    positionOf: (path, key) => at(root ? offsetOf(root, path, key) : 0),
  };
}

/** After a word that JSON does not have, the parser also misses the value that the word was meant to be. */
function isNews(error: ParseError, index: number, errors: readonly ParseError[]): boolean {
  const before = errors[index - 1];
  const nameOf = (each: ParseError | undefined) => each && printParseErrorCode(each.error);
  return nameOf(error) !== 'ValueExpected' || nameOf(before) !== 'InvalidSymbol';
}

function positionsIn(text: string): (offset: number) => Position {
  return (offset) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  };
}

function offsetOf(root: Node, path: readonly (string | number)[], key: string | undefined): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth));
    if (!node) continue;
    const named = node.children?.find((property) => property.children?.[0]?.value === key);
    return key !== undefined && node.type === 'object' && named ? named.offset : node.offset;
  }
  return root.offset;
}

function repeatedKeys(node: Node): Node[] {
  const seen = new Set<unknown>();
  const repeated: Node[] = [];
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key && seen.has(key.value)) repeated.push(key);
    if (key) seen.add(key.value);
    repeated.push(...repeatedKeys(child));
  }
  return repeated;
}

function repeatedText(key: Node): Text {
  return {
    ko: `\`${key.value}\` 항목이 두 번 적혀 있습니다. 하나만 남기세요.`,
    en: `\`${key.value}\` is given twice; keep one.`,
  };
}

const syntaxTexts: Record<string, Text> = {
  InvalidSymbol: {
    ko: 'JSON에 없는 낱말입니다. 문자열이라면 큰따옴표로 감싸세요.',
    en: 'not a JSON word; put double quotes around a string',
  },
  UnexpectedEndOfNumber: { ko: '숫자 형식이 올바르지 않습니다.', en: 'not a valid number' },
  PropertyNameExpected: {
    ko: '큰따옴표로 감싼 항목 이름이 와야 합니다(마지막 쉼표는 지우세요).',
    en: 'expected a key in double quotes (remove a trailing comma)',
  },
  ValueExpected: {
    ko: '값이 와야 합니다(마지막 쉼표는 지우세요).',
    en: 'expected a value (remove a trailing comma)',
  },
  ColonExpected: { ko: '항목 이름 뒤에 `:` 기호가 와야 합니다.', en: 'expected `:` after the key' },
  CommaExpected: {
    ko: '앞의 값 뒤에 `,` 기호가 와야 합니다.',
    en: 'expected `,` after the value before this',
  },
  CloseBraceExpected: { ko: '닫는 `}` 기호가 없습니다.', en: 'expected a closing `}`' },
  CloseBracketExpected: { ko: '닫는 `]` 기호가 없습니다.', en: 'expected a closing `]`' },
  EndOfFileExpected: {
    ko: 'JSON이 끝난 뒤에 다른 글자가 있습니다.',
    en: 'there is more text after the JSON',
  },
  InvalidCommentToken: { ko: 'JSON에는 주석을 쓸 수 없습니다.', en: 'JSON has no comments' },
  UnexpectedEndOfString: { ko: '문자열이 닫히지 않았습니다.', en: 'the string is not closed' },
  InvalidEscapeCharacter: {
    ko: '`\\` 뒤의 글자가 올바르지 않습니다.',
    en: 'not a valid escape after `\\`',
  },
  InvalidUnicode: {
    ko: '`\\u` 뒤에는 16진수 네 자리가 와야 합니다.',
    en: 'expected four hexadecimal digits after `\\u`',
  },
  InvalidCharacter: {
    ko: '문자열 안에 제어 문자가 있습니다. `\\n`, `\\t` 처럼 쓰세요.',
    en: 'a control character in a string; write `\\n`, `\\t`',
  },
};

function syntaxText(error: ParseError): Text {
  const code = printParseErrorCode(error.error);
  return syntaxTexts[code] ?? { ko: `JSON 문법 오류입니다: ${code}`, en: `JSON syntax error: ${code}` };
}
