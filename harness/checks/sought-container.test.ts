import { describe, expect, it } from 'vitest';
import { containerAmong } from './sought-container.ts';

const image = { id: 'sha256:a' };
const container = (name: string, imageId = image.id, state: 'running' | 'exited' = 'running') => ({
  ...{ id: `id of ${name}`, name, imageId, state },
});
const [web, db] = [container('web'), container('db')];
const name = (found: { near?: { name: string } }) => found.near?.name;

describe('containerAmong', () => {
  it('finds the exact one, else the nearest', () => {
    const there = [container('noderun'), container('node-run')];
    expect(containerAmong(there, 'node-run').exact).toBe(there[1]);
    expect(name(containerAmong(there.slice(0, 1), 'node-run'))).toBe('noderun');
  });

  it('takes a lone container of the right image, whatever its name', () => {
    expect(name(containerAmong([web, container('db', 'sha256:b')], 'node-run', { image }))).toBe('web');
    expect(containerAmong([web, db], 'node-run', { image })).toEqual({ names: ['web', 'db'] });
    expect(name(containerAmong([web], 'node-run'))).toBeUndefined();
    expect(name(containerAmong([container('web', 'sha256:b')], 'node-run', { image }))).toBeUndefined();
  });

  it('takes the one that runs of several', () => {
    const tried = [web, container('brave_turing', image.id, 'exited')];
    expect(name(containerAmong(tried, 'node-run', { image }))).toBe('web');
  });

  it('leaves a stranger alone while another container of the exercise is missing', () => {
    const besides = ['node-run', 'node-run2'];
    expect(name(containerAmong([web], 'node-run', { image, besides }))).toBeUndefined();
    expect(name(containerAmong([web, container('node-run2')], 'node-run', { image, besides }))).toBe('web');
  });
});
