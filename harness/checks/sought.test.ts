import { describe, expect, it } from 'vitest';
import { sought } from './sought.ts';

const named = (...names: string[]) => names.map((name, thing) => ({ name, thing }));

describe('sought', () => {
  it('takes the exact name, however near others are', () => {
    const found = sought('node-run', named('noderun', 'node-run', 'node-run3'));
    expect(found).toEqual({ exact: 1, names: ['noderun', 'node-run', 'node-run3'] });
  });

  it('takes the nearest name for a slip of the pen', () => {
    expect(sought('noderun:1.0', named('alpine:3', 'nodrun:v1.0')).near).toEqual({
      name: 'nodrun:v1.0',
      thing: 1,
    });
  });

  it('never takes another name of the exercise for a slip of the pen', () => {
    const there = named('node-run:4.0', 'noderun:3.0');
    expect(sought('node-run:3.0', there, { besides: ['node-run:4.0'] }).near?.name).toBe('noderun:3.0');
    expect(sought('node-run:3.0', named('node-run:4.0'), { besides: ['node-run:4.0'] })).toEqual({
      names: ['node-run:4.0'],
    });
  });

  it('finds nothing where no name is near', () => {
    expect(sought('node-run', named('web'))).toEqual({ names: ['web'] });
    expect(sought('node-run', [])).toEqual({ names: [] });
  });
});
