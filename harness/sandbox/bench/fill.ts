import { createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { seccompFilter } from './seccomp-filter.ts';

/** A file of the submission as it is laid into the workspace. */
export interface WorkspaceFile {
  /** Relative to the workspace, without `..`. */
  path: string;
  bytes: Buffer;
  executable: boolean;
}

/** Where the bench finds what `fillBench` lays into its folder. */
export const benchPaths = { bin: '/drydock/bin', gate: '/drydock/docker.sock' };

/** Programs that ask the machine even without sudo: it alone knows their answers. */
const machinePrograms = ['systemctl', 'service', 'journalctl', 'ps', 'df'];

/** Lays into a bench's folder what every bench has: what stands in for root, and the Docker CLI's settings if any. */
export async function fillBench(
  folder: string,
  rootPrograms: readonly string[],
  dockerSettings?: object,
): Promise<void> {
  const [bin, root] = [join(folder, 'bin'), join(folder, 'root')];
  await Promise.all([mkdir(bin), mkdir(root)]);
  const standIn = '../stand-in.sh';
  await Promise.all([
    program('sudo.sh', join(bin, 'sudo')),
    program('host.sh', join(folder, 'host.sh')),
    program('stand-in.sh', join(folder, 'stand-in.sh')),
    ...machinePrograms.map((name) => symlink(standIn, join(bin, name))),
    ...rootPrograms.map((name) => symlink(standIn, join(root, name))),
    program('under-filter.pl', join(folder, 'under-filter.pl')),
    writeFile(join(folder, 'seccomp.bpf'), seccompFilter()),
    dockerSettings && writeFile(join(folder, 'docker-config.json'), JSON.stringify(dockerSettings)),
  ]);
}

async function program(source: string, target: string): Promise<void> {
  await copyFile(join(import.meta.dirname, source), target);
  await chmod(target, 0o755);
}

/** Lays a submission into a bench's folder, from where the bench unpacks it when it is told to begin. */
export async function laySubmission(folder: string, files: readonly WorkspaceFile[]): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createWriteStream(join(folder, 'submission.tar'), { mode: 0o644 }));
  for (const { path, bytes, executable } of files) {
    tar.entry({ name: path, mode: executable ? 0o755 : 0o644, mtime: new Date() }, bytes);
  }
  tar.finalize();
  await written;
}
