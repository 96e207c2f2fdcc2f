import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Text } from '../../text.ts';
import { aliasText, deepText, syntaxText, tagText } from './yaml-texts.ts';

/** One mistake in a file and the line, counted from 1, that it is on. */
export interface LineFault {
  line: number;
  text: Text;
}

/** YAML that knows on which line each of its values was written. */
export interface LocatedYaml {
  value: unknown;
  /** Mistakes of the text itself. `value` is to be used only when there are none. */
  faults: LineFault[];
  /** The line of the value at a path, or of the nearest value around it; with `key`, of that key in it. */
  lineOf(path: readonly (string | number)[], key?: string): number;
}

/** Answers are a page of plain values: what is nested deeper, or says the same by reference, is something else. */
const nestingCap = 16;
const aliasCap = 20;
/** Where one quote is missing the parser complains of everything behind it. */
const faultCap = 5;

/**
 * Parses YAML 1.2 with its core schema: no tags, no merge keys, keys are strings, each once. Whatever the text is, it
 * returns within a second or so: the `yaml` package (2.9.1) needs minutes for 64 KiB of `{`, so nesting is counted
 * first, and the caller bounds the length.
 */
export function parseYaml(text: string): LocatedYaml {
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  if (deep !== undefined) return broken([{ line: deep, text: deepText }]);
  // `silent` would also keep the error that there is a second document to itself.
  const document = parseDocument(text, {
    ...{ version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true },
    ...{ prettyErrors: false, logLevel: 'error', lineCounter: lines },
  });
  const line = (offset: number) => lines.linePos(offset).line;
  const all = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  const tabs = all.filter(({ code }) => code === 'TAB_AS_INDENT');
  // After a tab all that follows seems to stand in the wrong column.
  const said = tabs.length > 0 ? tabs : all;
  const faults = said.map((error) => ({ line: line(error.pos[0]), text: wordsOf(error, text) }));
  if (faults.length === 0) faults.push(...referenceFaults(document, line));
  if (faults.length > 0) return broken(faults);
  const value = plainValue(document);
  if (value === multiplied) return broken([{ line: 1, text: aliasText }]);
  return {
    value,
    faults: [],
    lineOf: (path, key) => line(offsetOf(document.contents, path, key)),
  };
}

const multiplied = Symbol('aliases that multiply');

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: aliasCap });
  } catch (thrown) {
    if (thrown instanceof ReferenceError) return multiplied;
    throw thrown;
  }
}

function broken(faults: LineFault[]): LocatedYaml {
  const first = faults.filter((fault, index) => fault.line !== faults[index - 1]?.line).slice(0, faultCap);
  return { value: undefined, faults: first, lineOf: () => first[0]?.line ?? 1 };
}

function wordsOf({ code, pos: [from] }: YAMLError, text: string): Text {
  const written = /[^\n]*/.exec(text.slice(from))?.[0] ?? '';
  return code === 'TAG_RESOLVE_FAILED' ? tagText(written) : syntaxText(code, written);
}

/** The first line that nests deeper than answers do; tokens alone tell, in time proportional to the length. */
function tooDeepAt(text: string): number | undefined {
  let line = 1;
  let flow = 0;
  let block = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (flow === 0 && /^[-?:]$/.test(token)) block += 1;
    else if (token.startsWith('\n')) block = 0;
    if (flow > nestingCap || block > nestingCap) return line;
    line += token.split('\n').length - 1;
  }
  return undefined;
}

/** Aliases within reason do no harm; many of them multiply, and one inside its own anchor never ends. */
function referenceFaults(document: Document.Parsed, line: (offset: number) => number): LineFault[] {
  const faults: LineFault[] = [];
  let count = 0;
  visit(document, {
    Alias(_key, alias, path) {
      count += 1;
      const meant = alias.resolve(document);
      if (count > aliasCap || meant === undefined || path.some((around) => around === meant))
        faults.push({ line: line(alias.range?.[0] ?? 0), text: aliasText });
    },
  });
  return faults;
}

/** Where the value at a path begins: at its key, where it has one, as a value may begin on the line below. */
function offsetOf(root: ParsedNode | null, path: readonly (string | number)[], key?: string): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const part of key === undefined ? path : [...path, key]) {
    const pair = isMap(node) ? node.items.find((item) => isNamed(item, String(part))) : undefined;
    const item = isSeq(node) ? node.items[Number(part)] : undefined;
    if (pair === undefined && item === undefined) return offset;
    node = pair?.value ?? item;
    offset = (pair?.key as ParsedNode | undefined)?.range[0] ?? (item as ParsedNode).range[0];
  }
  return offset;
}

function isNamed({ key }: Pair, name: string): boolean {
  return isScalar(key) && String(key.value) === name;
}
