import { describe, expect, it } from 'vitest';
import { forcedTransport } from './choose-transport.ts';

describe('DRYDOCK_TRANSPORT', () => {
  it('leaves the choice to Drydock when it is empty', () => {
    expect([forcedTransport(undefined), forcedTransport('')]).toEqual([undefined, undefined]);
  });

  it('forces a transport', () => {
    expect(['shared-folder', 'streams'].map(forcedTransport)).toEqual(['shared-folder', 'streams']);
  });

  it('is the operator’s slip when it names none', () => {
    expect(() => forcedTransport('carrier-pigeon')).toThrow(/carrier-pigeon/);
  });
});
