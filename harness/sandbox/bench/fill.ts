import { createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';

/** A file of the submission as it is laid into the workspace. */
export interface WorkspaceFile {
  /** Relative to the workspace, without `..`. */
  path: string;
  bytes: Buffer;
  executable: boolean;
}

/** Where the bench finds what `fillBench` lays into its folder. */
export const benchPaths = { bin: '/drydock/bin', gate: '/drydock/docker.sock' };

/**
 * Lays into a bench's folder what it is given at its start: the submission, the stand-in for sudo, and the Docker CLI's
 * settings where there are any.
 */
export async function fillBench(
  folder: string,
  files: readonly WorkspaceFile[],
  dockerSettings?: object,
): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await Promise.all([
    shim(join(bin, 'sudo')),
    submissionTar(join(folder, 'submission.tar'), files),
    dockerSettings && writeFile(join(folder, 'docker-config.json'), JSON.stringify(dockerSettings)),
  ]);
}

async function shim(target: string): Promise<void> {
  await copyFile(join(import.meta.dirname, 'sudo.sh'), target);
  await chmod(target, 0o755);
}

async function submissionTar(target: string, files: readonly WorkspaceFile[]): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createWriteStream(target, { mode: 0o644 }));
  for (const { path, bytes, executable } of files) {
    tar.entry({ name: path, mode: executable ? 0o755 : 0o644, mtime: new Date() }, bytes);
  }
  tar.finalize();
  await written;
}
