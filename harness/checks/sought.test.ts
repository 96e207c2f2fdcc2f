import { describe, expect, it } from 'vitest';
import { sought } from './sought.ts';

const named = (...names: string[]) => names.map((name, thing) => ({ name, thing }));

describe('sought', () => {
  it('takes the exact name, however near others are', () => {
    const found = sought('node-run', named('noderun', 'node-run', 'node-run3'));
    expect(found).toEqual({ exact: 1, names: ['noderun', 'node-run', 'node-run3'] });
  });

  it('takes the nearest name for a slip of the pen', () => {
    expect(sought('node-run', named('web', 'Node_Run')).near).toEqual({ name: 'Node_Run', thing: 1 });
  });

  it('never takes another name of the exercise for a slip of the pen', () => {
    const there = named('node-run:4.0', 'noderun:3.0');
    expect(sought('node-run:3.0', there, { besides: ['node-run:4.0'] }).near?.name).toBe('noderun:3.0');
    expect(sought('node-run:3.0', named('node-run:4.0'), { besides: ['node-run:4.0'] })).toEqual({
      names: ['node-run:4.0'],
    });
  });

  it('leaves a slip to the name of the exercise that it is nearest to', () => {
    const besides = ['node-run', 'node-run2', 'node-run3'];
    expect(sought('node-run2', named('noderun'), { besides }).near).toBeUndefined();
    expect(sought('node-run2', named('noderun2'), { besides }).near?.name).toBe('noderun2');
    expect(sought('node-run', named('noderun2'), { besides }).near).toBeUndefined();
  });

  it('finds nothing where no name is near', () => {
    expect(sought('node-run', named('web'))).toEqual({ names: ['web'] });
    expect(sought('node-run', [])).toEqual({ names: [] });
  });
});
