import type { Socket } from 'node:net';
import { controlAnswer } from '../engine/index.ts';
import type { Judged } from './arguments.ts';
import type { Word } from './place.ts';
import type { HostAnswer } from './wire.ts';

/** More than host.sh ever answers: 1 MiB of stdout, 64 KiB of stderr and the last line. */
const answerCap = 1_200_000;
/** host.sh ends what runs for 10 s. */
const timeoutMs = 15_000;
const stdoutCap = 1024 * 1024;

/** Runs a judged command in the engine as an argument vector; its words travel in base64, never as shell text. */
export async function runInEngine(
  control: (request: string) => Promise<Socket>,
  { view, words }: Judged,
): Promise<HostAnswer> {
  const socket = await control(`host ${view} ${words.map(encoded).join(' ')}`);
  return answerOf(await controlAnswer(socket, answerCap, timeoutMs));
}

function encoded({ text, pattern }: Word): string {
  return `${pattern ? 'g' : 'l'}${Buffer.from(text).toString('base64')}`;
}

/** Takes an answer of host.sh apart from its end: what a program prints cannot pass for the last line. */
function answerOf(bytes: Buffer): HostAnswer {
  const line = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  const last = bytes.subarray(Math.max(line, bytes.length - 32)).toString('latin1');
  const [, code = '', length = ''] = /(\d{1,3}) (\d{1,6})\n$/.exec(last) ?? [];
  const body = bytes.subarray(0, bytes.length - code.length - length.length - 2);
  if (code === '') return { exitCode: 1, stdout: bytes, stderr: 'drydock: the answer was cut.\n' };
  const stdout = body.subarray(0, body.length - Number(length));
  const stderr = body.subarray(body.length - Number(length)).toString('utf8');
  const said =
    code === '124'
      ? 'drydock: the command was ended after 10 s.\n'
      : stdout.length >= stdoutCap
        ? 'drydock: only the first MiB is shown.\n'
        : '';
  return { exitCode: Number(code), stdout, stderr: stderr + said };
}
