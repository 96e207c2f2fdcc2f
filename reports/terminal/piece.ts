import { styleText } from 'node:util';
import { plainText } from '../plain-text.ts';
import { textWidth } from '../text-width/index.ts';

/** What a piece of text is, not what it looks like. */
export type Role = 'text' | 'code' | 'strong' | 'faint' | 'faintCode' | 'passed' | 'failed' | 'error';

/** Text that looks the same from its first letter to its last. */
export interface Piece {
  text: string;
  role: Role;
}

/** One printed line. */
export type Line = readonly Piece[];

const styles: Record<Role, Parameters<typeof styleText>[0] | undefined> = {
  text: undefined,
  code: 'cyan',
  strong: 'bold',
  faint: 'dim',
  faintCode: 'dim',
  passed: 'green',
  failed: 'red',
  error: 'yellow',
};

/** Cleans a text and parts it into prose and `code` spans: in colour the colour marks them, else their backticks do. */
export function piecesOf(text: string, colour: boolean, role: Role = 'text'): Piece[] {
  return plainText(text)
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!/^`[^`\n]+`$/.test(part)) return { text: part, role };
      return { text: colour ? part.slice(1, -1) : part, role: role === 'faint' ? 'faintCode' : 'code' };
    });
}

/** Columns that a line takes; Korean letters take two each. */
export function columnsOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** A line as it is printed. The caller decides about colour; neither the stream nor the environment is asked. */
export function printed(line: Line, colour: boolean): string {
  const pieces = joined(harmless(line)).map(({ text, role }) => {
    const style = colour ? styles[role] : undefined;
    return style ? styleText(style, text, { validateStream: false }) : text;
  });
  return pieces.join('').trimEnd();
}

/** Neighbours of one role as one piece, so that a style is begun and ended once. */
function joined(line: Line): Line {
  const pieces: Piece[] = [];
  for (const piece of line) {
    const last = pieces.at(-1);
    if (last?.role === piece.role) pieces[pieces.length - 1] = { ...piece, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

/**
 * Keeps GitHub's runner from obeying a student's text: it takes `::` at the start of a line, after any spaces, and
 * `##[` anywhere in it. A zero-width space is no white space to it, and no letter to the reader.
 */
function harmless(line: Line): Line {
  const broken = line.map(({ text, role }) => ({ text: text.replaceAll('##[', '##\u200B['), role }));
  const startsCommand = /^\s*::/.test(line.map(({ text }) => text).join(''));
  return startsCommand ? [{ text: '\u200B', role: 'text' }, ...broken] : broken;
}
