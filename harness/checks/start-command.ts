import { posix } from 'node:path';
import type { ImageConfig } from '../docker/index.ts';

/** What an image's containers run, taken apart. */
export interface StartCommand {
  /** ENTRYPOINT and CMD as the engine joins them. */
  all: string[];
  /** Whether tini is the entrypoint, and so PID 1. */
  tini: boolean;
  /** The program and its arguments without tini and without a wrapping `sh -c`. */
  program: string[];
}

/** The official Node image's entrypoint runs what follows it as it is, when that is a program. */
const nodeEntrypoint = 'docker-entrypoint.sh';

/** The start command of an image. */
export function startCommandOf({ entrypoint, cmd }: Pick<ImageConfig, 'entrypoint' | 'cmd'>): StartCommand {
  const all = [...entrypoint, ...cmd];
  const words = unwrapped(all);
  const tini = entrypoint.length > 0 && posix.basename(unwrapped(entrypoint)[0] ?? '') === 'tini';
  const rest = tini ? withoutTini(words) : words;
  const handedOn = posix.basename(rest[0] ?? '') === nodeEntrypoint ? rest.slice(1) : rest;
  return { all, tini, program: unwrapped(handedOn) };
}

/** The file a `node` command runs, as an absolute path in the container; undefined when it runs no file with node. */
export function nodeScriptOf({ program }: StartCommand, workingDir: string): string | undefined {
  const [node, ...rest] = program;
  const file = rest.find((word) => !word.startsWith('-'));
  if (node === undefined || posix.basename(node) !== 'node' || file === undefined) return undefined;
  return posix.resolve(workingDir === '' ? '/' : workingDir, file);
}

/** Shell form: `["/bin/sh", "-c", "node runapp.js"]` runs what the last word says, with or without `exec`. */
function unwrapped(words: string[]): string[] {
  const [shell, flag, line] = words;
  if (!/^(\/bin\/)?(a|ba)?sh$/.test(shell ?? '') || flag !== '-c' || line === undefined) return words;
  const inner = line.trim().split(/\s+/);
  return inner[0] === 'exec' ? inner.slice(1) : inner;
}

/** Drops `tini`, its options (`-g`, `-e 143`, `-p SIGTERM`) and the `--` after them. */
function withoutTini(words: string[]): string[] {
  let at = 1;
  while (words[at]?.startsWith('-')) {
    const word = words[at];
    at += word === '-e' || word === '-p' ? 2 : 1;
    if (word === '--') break;
  }
  return words.slice(at);
}
