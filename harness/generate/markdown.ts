/** Made by a program: what every page says that nobody should mend by hand. */
export const generatedNote =
  '<!-- Written by `npm run generate` from the graders. Changes made here are lost. -->';

/** A table of Markdown; `aligned` are the second line's cells. Cells may hold anything. */
export function table(
  head: readonly string[],
  aligned: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((one) => cell(`${one}`)).join(' | ')} |`;
  return [line(head), `|${aligned.join('|')}|`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A text as a quotation, so that it cannot be taken for a part of the page. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
