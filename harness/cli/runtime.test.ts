import { expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { runtimeOf } from './runtime.ts';

it('takes a runtime that the engine offers, Kata under any of its names', () => {
  expect(runtimeOf('runsc', ['runc', 'runsc'])).toBe('runsc');
  expect(runtimeOf('kata', ['runc', 'kata-runtime'])).toBe('kata-runtime');
});

it('chooses by itself only what is made to carry an engine', () => {
  expect(runtimeOf('auto', ['runc', 'runsc', 'sysbox-runc'])).toBe('sysbox-runc');
  expect(runtimeOf('auto', ['runc', 'runsc', 'kata'])).toBeUndefined();
});

it('is the operator’s slip when the engine does not offer it, and names those it does', () => {
  expect(() => runtimeOf('runsc', ['runc', 'io.containerd.runc.v2'])).toThrow(UsageError);
  try {
    runtimeOf('runsc', ['runc', 'io.containerd.runc.v2']);
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'RUNTIME_NOT_OFFERED' });
    expect((thrown as UsageError).hint.en).toContain('`auto`, `runc`, `io.containerd.runc.v2`');
  }
});
