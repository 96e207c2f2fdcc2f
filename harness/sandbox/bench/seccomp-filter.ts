/** What the terminal may not ask of the kernel beyond Docker's own seccomp profile, whose older versions allow it. */

const loadWord = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const answer = 0x06;

/** Offsets in struct seccomp_data (seccomp(2)). */
const data = { call: 0, architecture: 4, firstArgument: 16 };
/** AUDIT_ARCH_* of linux/audit.h, and the numbers of socket(2) there. */
const amd64 = { id: 0xc000003e, socket: 41 };
const arm64 = { id: 0xc00000b7, socket: 198 };
/** Calls from here on are x32's: the same calls under other numbers. */
const x32 = 0x40000000;
const ioUringSetup = 425;
/** The line between a virtual machine and its host, which no network namespace shuts. */
const afVsock = 40;
const allow = 0x7fff0000;
const refuse = 0x00050000 | 1;

/** One step of the program: the operation, its operand, and how many steps a jump passes over when true and when not. */
type Step = readonly [code: number, operand: number, whenTrue?: number, whenNot?: number];

const program: readonly Step[] = [
  [loadWord, data.architecture],
  [jumpIfEqual, amd64.id, 1, 0],
  [jumpIfEqual, arm64.id, 4, 9],
  [loadWord, data.call],
  [jumpIfAtLeast, x32, 7, 0],
  [jumpIfEqual, ioUringSetup, 6, 0],
  [jumpIfEqual, amd64.socket, 3, 6],
  [loadWord, data.call],
  [jumpIfEqual, ioUringSetup, 3, 0],
  [jumpIfEqual, arm64.socket, 0, 3],
  [loadWord, data.firstArgument],
  [jumpIfEqual, afVsock, 0, 1],
  [answer, refuse],
  [answer, allow],
];

/**
 * A filter as the kernel takes it, struct sock_filter[]. It refuses AF_VSOCK sockets
 * (Docker's profile does since 23.0), io_uring (since 25.0), which could open them unseen, and foreign system calls.
 */
export function seccompFilter(): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  for (const [index, [code, operand, whenTrue = 0, whenNot = 0]] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(whenTrue, index * 8 + 2);
    bytes.writeUInt8(whenNot, index * 8 + 3);
    bytes.writeUInt32LE(operand, index * 8 + 4);
  }
  return bytes;
}
