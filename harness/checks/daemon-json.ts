import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';

/** A line of a file, counted from 1, and what stands there; at most 120 letters. */
export interface FileLine {
  line: number;
  text: string;
}

/** A daemon.json as dockerd reads it: the settings, or where it stops being JSON. */
export type DaemonJson =
  | {
      settings: Readonly<Record<string, unknown>>;
      /** The line on which a setting stands. */
      lineOf: (...path: string[]) => FileLine;
    }
  | { settings: undefined; fault: FileLine & { trailingComma: boolean } };

/** Reads a daemon.json. As dockerd does, it passes over a byte order mark and takes the last of two equal keys. */
export function readDaemonJson(file: string): DaemonJson {
  const text = file.replace(/^\uFEFF/, '');
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const root = parseTree(text);
    const lineOf = (...path: string[]) =>
      lineAt(text, (root && findNodeAtLocation(root, path)?.parent?.offset) ?? 0);
    return { settings: value as Record<string, unknown>, lineOf };
  }
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const before = text.slice(0, errors[0]?.offset ?? 0).trimEnd();
  const after = text.slice(errors[0]?.offset ?? 0).trimStart();
  // The parser complains of the brace after a comma too many: the line to mend is the comma's.
  const trailingComma = before.endsWith(',') && /^[}\]]/.test(after);
  const at = trailingComma || after === '' ? before.length - 1 : text.length - after.length;
  return { settings: undefined, fault: { ...lineAt(text, Math.max(at, 0)), trailingComma } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineAt(text: string, offset: number): FileLine {
  const line = text.slice(0, offset).split('\n').length;
  const shown = (text.split('\n')[line - 1] ?? '').trim().replaceAll('`', "'");
  return { line, text: shown.slice(0, 120) };
}
