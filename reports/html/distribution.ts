import type { Result } from '../../harness/result.ts';
import type { Gradebook } from '../gradebook/index.ts';
import { both, type Markup, markup } from './markup.ts';

/** Tenths of the points, and full marks apart: they are what a class is after, and no part of the nineties. */
const bins = 11;
const step = 22;
const floor = 70;

/** How the scores of one assignment spread, as bars; a screen reader is told the numbers. */
export function distribution(
  { id, title }: Gradebook['assignments'][number],
  results: readonly Result[],
): Markup {
  const counts = new Array<number>(bins).fill(0);
  for (const { assignment, score, max } of results) {
    if (assignment !== id || score === null || max === 0) continue;
    const bin = Math.max(0, Math.min(bins - 1, Math.floor((score * (bins - 1)) / max)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, bin) => {
    const height = Math.round((count * 60) / most);
    const middle = bin * step + step / 2;
    return markup`<g><title>${rangeOf(bin)}: ${count}</title><rect class="bar" x="${bin * step + 1}" y="${floor - height}" width="${step - 2}" height="${height}"></rect><text class="n" x="${middle}" y="${floor - 4 - height}">${count || ''}</text><text x="${middle}" y="${floor + 12}">${bin * 10}</text></g>`;
  });
  const told = counts.flatMap((count, bin) => (count === 0 ? [] : [`${rangeOf(bin)}: ${count}`]));
  const width = bins * step;
  return markup`<figure><figcaption>${both(title)}</figcaption><svg viewBox="0 -8 ${width} 94" role="img" aria-label="${told.join(', ') || '–'}">${bars}<line x1="0" x2="${width}" y1="${floor}" y2="${floor}"></line></svg></figure>`;
}

function rangeOf(bin: number): string {
  return bin === bins - 1 ? '100 %' : `${bin * 10}–${bin * 10 + 9} %`;
}
