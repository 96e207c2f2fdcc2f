import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { barChart, lineChart } from './chart.ts';

const parsed = (svg: string) => {
  expect(XMLValidator.validate(svg)).toBe(true);
  return new XMLParser({ ignoreAttributes: false }).parse(svg).svg;
};

test('a bar is as long as its value is large, and has its name and its value beside it', () => {
  const { rect, text } = parsed(
    barChart('A & B', [
      { name: 'one <`way`>', value: 10 },
      { name: 'other', value: 25 },
      { name: 'none', value: 0 },
    ]),
  );
  const widths = rect.map((one: Record<string, string>) => Number(one['@_width']));
  expect(widths[1] / widths[0]).toBeCloseTo(2.5, 2);
  expect(widths[2]).toBe(0);
  const texts = text.map((one: Record<string, string>) => String(one['#text']));
  expect(texts).toEqual(['A & B', 'one <way>', '10', 'other', '25', 'none', '0']);
});

test('a line begins at zero of both axes, so that a flat one looks flat', () => {
  const { polyline } = parsed(
    lineChart('Memory', { x: 'submissions', y: 'MiB' }, [
      { x: 0, y: 100 },
      { x: 1000, y: 100 },
      { x: 2000, y: 50 },
    ]),
  );
  const points = polyline['@_points'].split(' ').map((pair: string) => pair.split(',').map(Number));
  expect(points[0][1]).toBe(points[1][1]);
  expect(250 - points[0][1]).toBeCloseTo(2 * (250 - points[2][1]), 0);
  expect(points[1][0] - points[0][0]).toBeCloseTo(points[2][0] - points[1][0], 0);
});

test('both colour schemes have colours of their own', () => {
  expect(barChart('x', [])).toContain('prefers-color-scheme:dark');
});
