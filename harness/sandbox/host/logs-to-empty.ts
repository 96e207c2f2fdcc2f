import type { Socket } from 'node:net';
import type { HostCall } from '../../result.ts';
import type { Judged } from './arguments.ts';
import { runInEngine } from './run-in-engine.ts';

/** The container logs that a judged command is about to empty, with their sizes; null when it empties none. */
export async function logsToEmpty(
  control: (request: string) => Promise<Socket>,
  { view, words: [program, ...words] }: Judged,
): Promise<HostCall['logs']> {
  if (view !== 'files-to-change' || program === undefined) return null;
  const ask = ['stat', '--format', '%s %n'].map((text) => ({ text, pattern: false }));
  const paths = words.filter(({ text }) => text.startsWith('/'));
  const { stdout } = await runInEngine(control, { view: 'files', words: [...ask, ...paths] });
  return [...stdout.toString().matchAll(/^(\d+) (\/.*)$/gm)].map(([, bytes, path = '']) => ({
    path,
    bytes: Number(bytes),
  }));
}
