import { textWidth } from '../text-width/index.ts';
import { columnsOf, type Line, type Piece } from './piece.ts';

/** The letters as a reader sees them. Made where they are asked for: the first segmenter of a process takes 8 ms. */
const graphemesOf = (text: string) => new Intl.Segmenter().segment(text);

/**
 * Breaks pieces into lines of at most `columns`: at spaces, at newlines of the text, and inside a word only when it
 * is longer than a line. A `code` span that fits on one line is never broken, so that it can be copied.
 */
export function wrap(pieces: readonly Piece[], columns: number): Line[] {
  const lines: Piece[][] = [[]];
  const current = () => lines.at(-1) ?? [];
  for (const word of wordsOf(pieces)) {
    if (word === 'newline') {
      lines.push([]);
      continue;
    }
    const gap = current().length > 0 ? 1 : 0;
    if (columnsOf(current()) + gap + columnsOf(word) <= columns) {
      if (gap) current().push(spaceBetween(current().at(-1), word[0]));
      current().push(...word);
    } else {
      const [first, ...more] = broken(word, columns);
      if (current().length > 0) lines.push([]);
      current().push(...(first ?? []));
      lines.push(...more);
    }
  }
  return lines;
}

function isCode({ role }: Piece): boolean {
  return role === 'code' || role === 'faintCode';
}

function spaceBetween(before: Piece | undefined, after: Piece | undefined): Piece {
  return { text: ' ', role: before && before.role === after?.role && !isCode(before) ? before.role : 'text' };
}

/** Pieces without white space around them, grouped as they stick together: `(`, a code span, `)`. */
function wordsOf(pieces: readonly Piece[]): (Piece[] | 'newline')[] {
  const words: (Piece[] | 'newline')[] = [];
  let word: Piece[] = [];
  const end = () => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const piece of pieces) {
    const code = isCode(piece);
    const parts = code ? [piece.text] : piece.text.split(/(\s+)/);
    for (const text of parts.filter((part) => part !== '')) {
      if (code || /\S/.test(text)) {
        word.push({ ...piece, text });
      } else {
        end();
        // A newline ends a line; more of them leave one blank line.
        const newlines = text.split('\n').length - 1;
        for (let count = 0; count < Math.min(newlines, 2); count++) words.push('newline');
      }
    }
  }
  end();
  return words;
}

/** A word that may be longer than a line, in lines: after a space inside a code span where there is one. */
function broken(word: readonly Piece[], columns: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const { text, role } of word) {
    for (const part of text.split(/(?<=\s)/)) {
      const width = textWidth(part.trimEnd());
      const chunks = width <= columns ? [part] : [...graphemesOf(part)].map(({ segment }) => segment);
      for (const chunk of chunks) {
        if (used > 0 && used + textWidth(chunk.trimEnd()) > columns) {
          lines.push([]);
          used = 0;
        }
        lines.at(-1)?.push({ text: chunk, role });
        used += textWidth(chunk);
      }
    }
  }
  return lines;
}

/** A line cut to at most `columns`, with `…` where something is missing. */
export function cut(pieces: readonly Piece[], columns: number): Line {
  if (columnsOf(pieces) <= columns) return pieces;
  const kept: Piece[] = [];
  let left = columns - 1;
  for (const { text, role } of pieces) {
    for (const { segment } of graphemesOf(text)) {
      left -= textWidth(segment);
      if (left < 0) return [...kept, { text: '…', role: 'faint' }];
      kept.push({ text: segment, role });
    }
  }
  return kept;
}
