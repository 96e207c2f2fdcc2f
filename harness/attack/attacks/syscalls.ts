import { type Attack, gotThrough } from '../attack.ts';

/** A system call by its number on x86-64; other machines have other numbers, and then it does nothing. */
const syscall = (id: string, title: string, number: number, args: string, prepare = ''): Attack => ({
  ...{ id, from: 'bench', title, expected: 'refused', effect: 'the kernel does it' },
  script: `perl -e '${prepare} my $r = syscall(${number}, ${args}); print "$r $!\\n"; exit($r >= 0 ? 0 : 1)' && ${gotThrough}`,
});

/** What the student's own programs could ask of the kernel. */
export const syscallAttacks: Attack[] = [
  syscall(
    'read-memory',
    "reading another process's memory",
    310,
    '1, $b, 1, $b, 1, 0',
    'my $b = "\\0" x 32;',
  ),
  syscall('io-uring', 'system calls around their filter (io_uring)', 425, '1, $b', 'my $b = "\\0" x 256;'),
  syscall('keyring', "the kernel's key rings, which containers share", 250, '0, -3, 1'),
  syscall(
    'bpf',
    'a program in the kernel (bpf)',
    321,
    '0, $b, 48',
    'my $b = pack("LLLL", 1, 4, 4, 1) . "\\0" x 64;',
  ),
  syscall(
    'perf',
    'measuring the kernel (perf_event_open)',
    298,
    '$b, 0, -1, -1, 0',
    'my $b = pack("LL", 1, 112) . "\\0" x 104;',
  ),
  syscall('userfaultfd', 'halting the kernel in page faults (userfaultfd)', 323, '0'),
  syscall(
    'file-handles',
    'files by their handle, around every path',
    304,
    '-100, $b, 0',
    'my $b = pack("LlQ", 8, 1, 2);',
  ),
  syscall('kernel-module', 'a kernel module', 175, '$b, 0, $b', 'my $b = "\\0" x 8;'),
  syscall('reboot', 'the machine’s restart', 169, '0xfee1dead, 672274793, 0x89abcdef, 0'),
  syscall('clock', 'the clock of the machine', 227, '0, $b', 'my $b = pack("QQ", 1, 0);'),
  syscall('host-name', "the terminal's host name", 170, '$b, 1', 'my $b = "x";'),
  syscall(
    'enter-namespace',
    'the namespaces of another process',
    308,
    'fileno($f), 0',
    'open(my $f, "<", "/proc/1/ns/net");',
  ),
  syscall('kernel-log', "the kernel's log", 103, '3, $b, 100', 'my $b = "\\0" x 128;'),
  syscall('swap', 'swap space of its own', 167, '$b, 0', 'my $b = "/tmp/x\\0";'),
];
