import { mkdir, rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import type { LeftOut } from '../intake.ts';
import { diskTrouble, machineTrouble } from '../machine-trouble.ts';
import { broken, type UnpackCaps, Unpacking, unpackCaps } from '../unpacking.ts';
import { archiveKind } from './archive-kind.ts';
import { unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';

/**
 * Unpacks a zip or tar archive into `folder`, which is made. Links and devices are left out and said.
 * @throws HandedInTrouble when it is damaged, locked, unsafe, too large, or of a kind that is not unpacked
 * @throws SandboxError `INTAKE_DISK` when the machine's disk is to blame
 */
export async function unpack(
  path: string,
  folder: string,
  signal: AbortSignal,
  caps = unpackCaps,
): Promise<LeftOut[]> {
  await mkdir(folder, { recursive: true }).catch((thrown) => {
    throw diskTrouble(thrown, folder);
  });
  try {
    return await unpackKind(path, folder, signal, caps);
  } catch (thrown) {
    // Half a submission must not be taken for one, and a bomb's room is needed by others.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    signal.throwIfAborted();
    if (thrown instanceof HandedInTrouble) throw thrown;
    throw machineTrouble(thrown, folder) ?? broken(detailOf(thrown), thrown);
  }
}

async function unpackKind(
  path: string,
  folder: string,
  signal: AbortSignal,
  caps: UnpackCaps,
): Promise<LeftOut[]> {
  const { size } = await stat(path);
  if (size > caps.bytes) throw new HandedInTrouble('TOO_MANY_BYTES', { megabytes: caps.bytes / 2 ** 20 });
  const kind = await archiveKind(path);
  const into = new Unpacking(folder, size, caps);
  if (kind === 'zip') await unpackZip(path, into, signal);
  else if (kind === 'tar' || kind === 'tar.gz') await unpackTar(path, kind === 'tar.gz', into, signal);
  else if (kind === 'unknown') throw broken(`no ${extname(path).slice(1)} archive`);
  else throw new HandedInTrouble('ARCHIVE_KIND', { kind });
  return into.leftOut;
}

function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
