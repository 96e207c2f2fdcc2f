import { describe, expect, it } from 'vitest';
import { seccompFilter } from './seccomp-filter.ts';

const allowed = 0x7fff0000;

/** What the kernel would answer: the few operations of classic BPF that the filter uses. */
function verdict(call: number, architecture: number, argument = 0): number {
  const filter = seccompFilter();
  const words: Record<number, number> = { 0: call, 4: architecture, 16: argument };
  let accumulator = 0;
  for (let step = 0; step * 8 < filter.length; step += 1) {
    const code = filter.readUInt16LE(step * 8);
    const operand = filter.readUInt32LE(step * 8 + 4);
    if (code === 0x06) return operand;
    if (code === 0x20) accumulator = words[operand] ?? Number.NaN;
    else {
      const holds = code === 0x15 ? accumulator === operand : accumulator >= operand;
      step += filter.readUInt8(step * 8 + (holds ? 2 : 3));
    }
  }
  return Number.NaN;
}

describe.each([
  ['amd64', 0xc000003e, 41],
  ['arm64', 0xc00000b7, 198],
])('the filter on %s', (_name, architecture, socket) => {
  it('lets sockets through but those to the virtual machine’s host', () => {
    for (const family of [1, 2, 10, 16]) expect(verdict(socket, architecture, family)).toBe(allowed);
    expect(verdict(socket, architecture, 40)).not.toBe(allowed);
  });

  it('refuses io_uring, and lets other calls through whatever their arguments', () => {
    expect(verdict(425, architecture)).not.toBe(allowed);
    for (const call of [0, 1, 59, 62, 221, 424, 426]) expect(verdict(call, architecture, 40)).toBe(allowed);
  });
});

it('refuses the calls of other architectures, whose numbers mean something else', () => {
  expect(verdict(41, 0x40000003, 2)).not.toBe(allowed);
  expect(verdict(0x40000000 + 41, 0xc000003e, 2)).not.toBe(allowed);
});
