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

/** Lays into a bench's folder what every bench has: the stand-in for sudo, and the Docker CLI's settings if any. */
export async function fillBench(folder: string, dockerSettings?: object): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await Promise.all([
    shim(join(bin, 'sudo')),
    dockerSettings && writeFile(join(folder, 'docker-config.json'), JSON.stringify(dockerSettings)),
  ]);
}

async function shim(target: string): Promise<void> {
  await copyFile(join(import.meta.dirname, 'sudo.sh'), target);
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
