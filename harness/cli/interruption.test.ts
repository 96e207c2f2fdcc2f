import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Interruption } from './interruption.ts';

function watched() {
  const source = new EventEmitter();
  const said: string[] = [];
  const left: number[] = [];
  const interruption = new Interruption(source, {
    stop: (text) => said.push(text.en),
    leave: (code) => left.push(code),
  });
  return { source, said, left, interruption };
}

test('the first signal aborts and says so, the second leaves', () => {
  const { source, said, left, interruption } = watched();
  expect(interruption.code).toBeUndefined();
  source.emit('SIGINT');
  expect(interruption.signal.aborted).toBe(true);
  expect(said).toHaveLength(1);
  expect(left).toEqual([]);
  source.emit('SIGINT');
  expect(left).toEqual([130]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 143],
])('%s ends with %i', (signal, code) => {
  const { source, interruption } = watched();
  source.emit(signal);
  expect(interruption.code).toBe(code);
});

test('what the abort made fail is explained by it, a fault of its own is not', () => {
  const { source, interruption } = watched();
  expect(interruption.explains(new DOMException('', 'AbortError'))).toBe(false);
  source.emit('SIGTERM');
  expect(interruption.explains(interruption.signal.reason)).toBe(true);
  expect(interruption.explains(new Error('start', { cause: interruption.signal.reason }))).toBe(true);
  expect(interruption.explains(new DOMException('', 'AbortError'))).toBe(true);
  expect(interruption.explains(new Error('the clean-up failed'))).toBe(false);
});
