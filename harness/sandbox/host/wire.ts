import type { Socket } from 'node:net';
import type { Asker } from './arguments.ts';
import type { HostRefusal } from './refusal.ts';

/** What a stand-in in the bench asks: see bench/host.sh, the other side. */
export interface HostRequest {
  asker: Asker;
  command: string[];
  /** The folder below the data-root that the asking shell went to; empty when it is elsewhere. */
  folder: string;
  /** The content of the student's daemon.json, where the command is about the daemon. */
  settings: Buffer;
}

/** What it prints and ends with. */
export interface HostAnswer {
  exitCode: number;
  stdout: Buffer | string;
  stderr: Buffer | string;
}

/** Caps on one request. A daemon.json of more than 64 KiB is nobody's. */
export const wireLimits = { words: 128, bytes: 192 * 1024, settingsBytes: 64 * 1024, ms: 10_000 };

/** Before the words of a command: where it is asked from. */
const inFolder = 'in-folder';
const askers: readonly string[] = ['user', 'sudo', 'root'];

/**
 * Reads `ASKER COUNT\n`, so many words with a NUL after each, and what is left until the end of the sending side:
 * the settings. Gives a refusal for anything else.
 */
export async function readRequest(socket: Socket, limits = wireLimits): Promise<HostRequest | HostRefusal> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const over = Promise.withResolvers<HostRefusal | undefined>();
  const timer = setTimeout(
    () => over.resolve({ id: 'request-time', what: `a request that takes ${limits.ms} ms` }),
    limits.ms,
  );
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= limits.bytes) chunks.push(chunk);
    else over.resolve({ id: 'request-size', what: `a request of more than ${limits.bytes} bytes` });
  });
  socket.once('end', () => over.resolve(undefined));
  socket.once('close', () => over.resolve({ id: 'request-form', what: 'a request that is none' }));
  try {
    return (await over.promise) ?? parseRequest(Buffer.concat(chunks));
  } finally {
    clearTimeout(timer);
  }
}

/** A whole request's parts. */
export function parseRequest(bytes: Buffer): HostRequest | HostRefusal {
  const form: HostRefusal = { id: 'request-form', what: 'a request that is none' };
  const line = bytes.subarray(0, 32).indexOf('\n');
  const [asker = '', count = ''] = bytes.subarray(0, Math.max(line, 0)).toString('latin1').split(' ');
  if (line < 0 || !askers.includes(asker) || !/^\d{1,3}$/.test(count)) return form;
  if (Number(count) > wireLimits.words || Number(count) === 0) return form;
  const command: string[] = [];
  let at = line + 1;
  while (command.length < Number(count)) {
    const end = bytes.indexOf(0, at);
    if (end < 0) return form;
    const word = bytes.subarray(at, end);
    // A word that is no UTF-8 would reach the engine as another one.
    if (!Buffer.from(word.toString('utf8')).equals(word)) {
      return { id: 'argument-form', what: 'an argument that is not UTF-8' };
    }
    command.push(word.toString('utf8'));
    at = end + 1;
  }
  const folder = command[0] === inFolder ? command.splice(0, 2)[1] : '';
  if (folder === undefined || command.length === 0) return form;
  return { asker: asker as Asker, command, folder, settings: bytes.subarray(at) };
}

/** An answer as the stand-in reads it: a line with the status and both lengths, then both outputs. */
export function answerBytes({ exitCode, stdout, stderr }: HostAnswer): Buffer {
  const [out, err] = [Buffer.from(stdout), Buffer.from(stderr)];
  return Buffer.concat([Buffer.from(`${exitCode} ${out.length} ${err.length}\n`), out, err]);
}
