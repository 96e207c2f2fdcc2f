import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import { collected, outputText } from '../../docker/index.ts';
import { type TerminalProcess, terminalProcesses } from '../replay/index.ts';

const lookMs = 5000;
/** The terminal's limit of processes bounds what is told. */
const capBytes = 256 * 1024;

/**
 * The processes on a container's terminal, told by the kernel through a program that runs beside them. Undefined when
 * that cannot be had, which says nothing of them: no process can be added, or the outer daemon is busy.
 */
export function processesOn(
  outer: Dockerode,
  containerId: string,
): Promise<readonly TerminalProcess[] | undefined> {
  const late = () => new RangeError(`no processes within ${lookMs} ms`);
  return within(lookMs, listed(outer, containerId), late).catch(() => undefined);
}

async function listed(outer: Dockerode, containerId: string): Promise<TerminalProcess[]> {
  const program = await readFile(join(import.meta.dirname, 'processes.pl'), 'utf8');
  const options = { Cmd: ['perl', '-e', program], AttachStdout: true, User: '1000:1000' };
  const exec = await outer.getContainer(containerId).exec(options);
  const stream = await exec.start({ hijack: true, stdin: false });
  return terminalProcesses(outputText(await collected(stream, capBytes), false));
}
