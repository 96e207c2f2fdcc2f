import { type AssignmentFigures, bins } from '../class/index.ts';
import { both, type Markup, markup } from './markup.ts';

const step = 22;
const floor = 70;

/** How the scores of one assignment spread, as bars; a screen reader is told the numbers. */
export function distribution({ title, distribution: counts }: AssignmentFigures): Markup {
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
