import { describe, expect, it } from 'vitest';
import { copiesContext, stepsOver } from './build-steps.ts';

const step = (createdBy: string, sizeBytes = 0) => ({ createdBy, comment: '', sizeBytes });
const base = { layers: ['a', 'b'] };
const image = { layers: ['a', 'b', 'c', 'd', 'e'] };
/** Newest first, as the API gives it. */
const buildKit = [
  step('CMD ["node" "runapp.js"]'),
  step('EXPOSE map[6060/tcp:{}]'),
  step('COPY runapp.js . # buildkit', 309),
  step('WORKDIR /app'),
  step('RUN |1 SOURCE_DATE_EPOCH=0 /bin/sh -c apk add --no-cache tini # buildkit', 2000),
  step('/bin/sh -c #(nop)  CMD ["node"]'),
  step('/bin/sh -c #(nop) COPY file:4d19 in /usr/local/bin/'),
];
const classic = [
  step('/bin/sh -c #(nop)  CMD ["node" "runapp.js"]'),
  step('/bin/sh -c #(nop)  EXPOSE 6060'),
  step('/bin/sh -c #(nop) COPY file:412a21c9f834d2f9 in . ', 309),
  step('/bin/sh -c #(nop) WORKDIR /app'),
  step('|1 A=b /bin/sh -c apk add --no-cache tini', 2000),
  step('/bin/sh -c #(nop)  CMD ["node"]'),
];

describe('stepsOver', () => {
  it.each([
    ['BuildKit', buildKit, 'runapp.js .'],
    ['the classic builder', classic, '… in .'],
  ])('reads what %s wrote, down to the base', (_builder, history, copied) => {
    const steps = stepsOver(base, image, history);
    expect(steps.slice(0, 3)).toEqual([
      { instruction: 'RUN', text: 'apk add --no-cache tini', sizeBytes: 2000, below: 2 },
      { instruction: 'WORKDIR', text: '/app', sizeBytes: 0, below: 1 },
      { instruction: 'COPY', text: copied, sizeBytes: 309, below: 0 },
    ]);
    expect(steps.map(({ instruction }) => instruction)).toEqual(['RUN', 'WORKDIR', 'COPY', 'EXPOSE', 'CMD']);
  });

  it('takes the settings of an image that adds no layer for the base’s', () => {
    expect(stepsOver(base, base, buildKit)).toEqual([]);
  });
});

it.each([
  ['COPY', '. .', true],
  ['COPY', '--chown=root:root runapp.js ./', true],
  ['ADD', 'app.tar /app', true],
  ['COPY', '… in .', true],
  ['COPY', '/build/out /app', false],
  ['ADD', 'https://example.com/a.txt /', false],
  ['COPY', '', false],
  ['RUN', 'cp . .', false],
])('%s %s copies from the context: %s', (instruction, text, copies) => {
  expect(copiesContext({ instruction, text })).toBe(copies);
});
