import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OutputFile } from '../output-file.ts';
import type { Part } from './parts.ts';

interface Writing {
  /** The text of one report; undefined when a result without a score forbids it. */
  write: (results: Part['results'], roster: Part['roster']) => string | undefined;
  /** Made where it is not there. */
  folder: string;
  cwd: string;
}

/**
 * Writes each part of a report into a file of its own; tells how many there are now, and whose could not be written for
 * want of a score: a machine that failed for one student costs nobody else their report.
 * @throws UsageError `OUTPUT_FILE` when the folder cannot be written into
 */
export async function writeParts(
  parts: readonly Part[],
  { write, folder, cwd }: Writing,
): Promise<{ written: number; unscored: string[] }> {
  const place = resolve(cwd, folder);
  // Where it cannot be made, opening the first file in it says why.
  await mkdir(place, { recursive: true }).catch(() => undefined);
  const unscored: string[] = [];
  for (const { of, fileName, results, roster } of parts) {
    const text = write(results, roster);
    if (text === undefined) unscored.push(of);
    else await (await OutputFile.open('--output', join(place, fileName), cwd)).write(text);
  }
  return { written: parts.length - unscored.length, unscored };
}
