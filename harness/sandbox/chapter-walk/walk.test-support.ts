import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandRecord } from '../../result.ts';

/** What a walk says of one of its commands, on comment lines below it and below what is typed into it. */
export interface Expected {
  /** The command's line. */
  line: number;
  /** `#= 125`: its exit code; 0 when nothing is said, and 130 of what Ctrl-C ended must be said too. */
  code: number;
  /** `#! Ctrl-C`: how it, or something typed into it, was ended. */
  endings: string[];
  /** `#~ ^HostName`: patterns that its output must match, with what was typed into it; `^` and `$` are of a line. */
  patterns: RegExp[];
}

/** A script of the walk: what is typed, and what must come of it. */
export interface Walk {
  script: string;
  expected: Expected[];
}

/** What a command and everything typed into it showed. */
export interface Shown {
  line: number;
  text: string;
  code: number | null;
  output: string;
  endings: string[];
}

/** Reads `NAME.sh` beside this file. Throws TypeError where an expectation stands before any command. */
export function walkOf(name: string, commands: readonly CommandRecord[]): Walk {
  const script = walkScript(name);
  const lines = script.split('\n');
  const opened = commands.filter(({ text }) => !isTypedInside(text)).map(({ line }) => line);
  const expected = opened.map((line): Expected => ({ line, code: 0, endings: [], patterns: [] }));
  for (const [index, text] of lines.entries()) {
    const [, mark, value = ''] = /^#([=!~]) (.*)$/.exec(text) ?? [];
    const of = expected.findLast(({ line }) => line <= index);
    if (mark === undefined) continue;
    if (of === undefined) throw new TypeError(`line ${index + 1} of ${name} expects something of no command`);
    if (mark === '=') of.code = Number(value);
    else if (mark === '!') of.endings.push(value);
    else of.patterns.push(new RegExp(value, 'm'));
  }
  return { script, expected };
}

/** The text of `NAME.sh` beside this file. */
export function walkScript(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.sh`), 'utf8');
}

/** The transcript by typed command: what was typed into a container's shell belongs to the command that opened it. */
export function shownOf(commands: readonly CommandRecord[]): Shown[] {
  const shown: Shown[] = [];
  for (const { line, text, exitCode, output, endedBy } of commands) {
    const opener = isTypedInside(text) ? shown.at(-1) : undefined;
    const seen = opener ?? { line, text, code: exitCode, output: '', endings: [] };
    seen.output += plain(output);
    seen.endings.push(...endedBy);
    if (!opener) shown.push(seen);
  }
  return shown;
}

/** The course indents what is typed into another shell. */
function isTypedInside(text: string): boolean {
  return /^\s/.test(text);
}

/** What a terminal's reader would see: no colours, no cursor movements. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in them
  return text.replace(/\x1b\[[\d;?]*[a-zA-Z]|\x1b\][^\x07]*\x07/g, '');
}
