import { escape as escapeHtml } from 'html-escaper';

/** Legible on white and on black: text and lines take the reader's colour scheme. */
const style = `<style>text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600;font-size:15px}.axis{stroke:#818b98;fill:none}
.mark{fill:#0969da}.line{stroke:#0969da;stroke-width:2;fill:none}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.axis{stroke:#9198a1}.mark{fill:#4493f8}.line{stroke:#4493f8}}</style>`;
const width = 720;
const rowHeight = 46;

/** One bar of a chart; the value is at least 0. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

/** Bars below each other, each under its name and with its value behind it, as an SVG document. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const rows = bars.map(({ name, value }, index) => {
    const top = 46 + index * rowHeight;
    const length = (value / most) * (width - 90);
    return `<text x="12" y="${top}">${plain(name)}</text>
<rect class="mark" x="12" y="${top + 7}" width="${length.toFixed(1)}" height="16" rx="2"/>
<text x="${(length + 20).toFixed(1)}" y="${top + 20}">${shortNumber(value)}</text>`;
  });
  return framed(title, 46 + bars.length * rowHeight, rows);
}

/** A point of a line: both at least 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line over two axes that begin at zero, as an SVG document: a flat line is flat. */
export function lineChart(title: string, names: { x: string; y: string }, points: readonly Point[]): string {
  const [left, top, right, bottom] = [60, 50, width - 30, 250];
  const mostX = Math.max(...points.map(({ x }) => x), Number.MIN_VALUE);
  const mostY = Math.max(...points.map(({ y }) => y), Number.MIN_VALUE) * 1.2;
  const at = ({ x, y }: Point) =>
    `${(left + (x / mostX) * (right - left)).toFixed(1)},${(bottom - (y / mostY) * (bottom - top)).toFixed(1)}`;
  const highest = Math.max(...points.map(({ y }) => y), 0);
  const [, markY = '0'] = at({ x: 0, y: highest }).split(',');
  return framed(title, 300, [
    `<path class="axis" d="M${left},${top}V${bottom}H${right}"/>`,
    `<path class="axis" stroke-dasharray="2 4" d="M${left},${markY}H${right}"/>`,
    `<polyline class="line" points="${points.map(at).join(' ')}"/>`,
    `<text x="${left}" y="${top - 8}">${plain(names.y)}</text>`,
    `<text x="${right}" y="${bottom + 38}" text-anchor="end">${plain(names.x)}</text>`,
    `<text x="${left - 8}" y="${bottom + 4}" text-anchor="end">0</text>`,
    `<text x="${left - 8}" y="${Number(markY) + 4}" text-anchor="end">${shortNumber(highest)}</text>`,
    `<text x="${right}" y="${bottom + 18}" text-anchor="end">${shortNumber(mostX)}</text>`,
  ]);
}

function framed(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${plain(title)}">
${style}
<text class="title" x="12" y="22">${plain(title)}</text>
${parts.join('\n')}
</svg>
`;
}

/** Code marks of Markdown mean nothing in a drawing. */
function plain(text: string): string {
  return escapeHtml(text.replaceAll('`', ''));
}

function shortNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
