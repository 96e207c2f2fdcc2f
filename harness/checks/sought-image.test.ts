import { describe, expect, it } from 'vitest';
import { imageAmong } from './sought-image.ts';

const image = (id: string, ...tags: string[]) => ({ id: `sha256:${id.padEnd(64, '0')}`, tags });
const base = image('ba5e', 'node:20-alpine3.17');
const given = { 'node:20-alpine3.17': base };
const [one, two] = [image('1111', 'web:latest'), image('2222', 'other:3')];
const unnamed = image('3333');
const names = (found: { near?: { name: string } }) => found.near?.name;

describe('imageAmong', () => {
  it('finds the exact one, and tells the names that the student gave', () => {
    const exact = image('1111', 'noderun:1.0', 'noderun:latest');
    expect(imageAmong([exact, base], given, 'noderun:1.0')).toEqual({
      exact,
      names: ['noderun:1.0', 'noderun:latest'],
    });
  });

  it('takes the nearest reference', () => {
    const images = [image('1', 'noderun:2.0'), image('2', 'nodrun:latest'), image('3', 'noderun:1.O'), base];
    expect(names(imageAmong(images, given, 'noderun:1.0'))).toBe('noderun:2.0');
    expect(names(imageAmong(images.slice(1), given, 'noderun:1.0'))).toBe('noderun:1.O');
    expect(names(imageAmong([images[1] ?? base, base], given, 'noderun:1.0'))).toBe('nodrun:latest');
  });

  it('takes a lone image of another name, but not one of several', () => {
    expect(names(imageAmong([one, base], given, 'noderun:1.0'))).toBe('web:latest');
    expect(imageAmong([one, two, base], given, 'noderun:1.0')).toEqual({ names: ['web:latest', 'other:3'] });
    expect(names(imageAmong([image('1', 'a:1', 'b:1'), base], given, 'noderun:1.0'))).toBe('a:1');
  });

  it('takes the newest that got no name, when none got one', () => {
    expect(imageAmong([unnamed, image('4444'), base], given, 'noderun:1.0').near).toEqual({
      name: '333300000000',
      thing: unnamed,
    });
    expect(names(imageAmong([unnamed, one, two], given, 'noderun:1.0'))).toBeUndefined();
    expect(names(imageAmong([unnamed], given, 'noderun:3.0', { besides: ['a:1'] }))).toBeUndefined();
  });

  it('never takes what the sandbox began with, except under a name that is a slip', () => {
    expect(imageAmong([base], given, 'node:20')).toEqual({ names: [] });
    expect(names(imageAmong([{ ...base, tags: ['web:1'] }], given, 'noderun:1.0'))).toBeUndefined();
    expect(names(imageAmong([{ ...base, tags: ['nodrun:1.0'] }], given, 'noderun:1.0'))).toBe('nodrun:1.0');
    expect(imageAmong([image('ba5e')], given, 'noderun:1.0')).toEqual({ names: [] });
  });

  it('tells several wanted images apart', () => {
    const besides = ['node-run:3.0', 'node-run:4.0', 'node-run:5.0'];
    const among = (ref: string, ...tags: string[]) =>
      names(imageAmong([...tags.map((tag, at) => image(String(at), tag)), base], given, ref, { besides }));
    expect(among('node-run:3.0', 'noderun:3.0', 'noderun:4.0')).toBe('noderun:3.0');
    expect(among('node-run:3.0', 'noderun:4.0')).toBeUndefined();
    expect(among('node-run:3.0', 'node-run:4.0', 'node-run:5.0', 'web:latest')).toBe('web:latest');
    expect(among('node-run:3.0', 'node-run:4.0', 'web:latest')).toBeUndefined();
    for (const typed of ['node-run:', 'noderun:', 'node-run:v', 'node-run', 'noderun'])
      expect(among('node-run:4.0', `${typed}5`, `${typed}4`, `${typed}3`)).toBe(`${typed}4`);
  });
});
