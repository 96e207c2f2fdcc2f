import { posix } from 'node:path';
import type { Container, Daemon } from '../docker/index.ts';

/** A program by its name alone, as people call it: `/sbin/tini`, and `ps` shows `/sbin/tini -- node app.js`, is `tini`. */
export function programName(program: string): string {
  return posix.basename(program.trim().split(/\s/)[0] ?? '');
}

/**
 * The name of the program that is PID 1 in a running container. A shell may have made way for another by now, so the
 * container is asked; one that has no `cat` to ask with is taken at its start command.
 */
export async function firstProcess(
  docker: Daemon,
  { id, command }: Pick<Container, 'id' | 'command'>,
): Promise<string> {
  const asked = await docker.exec(id, ['cat', '/proc/1/cmdline']);
  const words = asked?.exitCode === 0 ? asked.output.split('\0') : command;
  return programName(words[0] ?? '');
}
