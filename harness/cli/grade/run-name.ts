import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from '../../store/index.ts';

const form = /^[0-9a-f]{12}$/;

/**
 * What a results folder's run is called in a queue: drawn once and kept in the folder, so that a coordinator that was
 * stopped finds what was sent, from whichever machine and path, and no other class is taken for this one: machines made
 * from one template have the same paths.
 */
export async function runName(folder: string): Promise<string> {
  const path = join(folder, '.queue-run');
  const known = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (form.test(known)) return known;
  const name = randomBytes(6).toString('hex');
  await writeAtomic(path, `${name}\n`);
  return name;
}
