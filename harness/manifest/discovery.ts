import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { type Assignment, loadAssignment, manifestName } from './assignment.ts';
import { type FileFault, ManifestError } from './located-file.ts';

/**
 * All assignments below a folder, by their `order`: every folder in it is one, unless its name begins with a dot.
 * @throws UsageError `NO_ASSIGNMENTS` when the folder cannot be listed
 * @throws GraderError with the mistakes of all manifests together
 */
export async function discoverAssignments(root: string): Promise<Assignment[]> {
  const folders = await foldersIn(root);
  const outcomes = await Promise.allSettled(folders.map((name) => loadAssignment(join(root, name))));
  const found: Assignment[] = [];
  const faults: FileFault[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') found.push(outcome.value);
    else if (outcome.reason instanceof ManifestError) faults.push(...outcome.reason.faults);
    else throw outcome.reason;
  }
  found.sort((one, other) => one.order - other.order);
  faults.push(...sharedOrders(root, found));
  if (faults.length > 0) throw new ManifestError(faults);
  return found;
}

async function foldersIn(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError({
      code: 'NO_ASSIGNMENTS',
      message: {
        ko: `과제 폴더 \`${root}\` 안을 볼 수 없습니다(${why}).`,
        en: `Cannot list the assignments in \`${root}\` (${why}).`,
      },
      hint: {
        ko: `\`ls ${root}\` 명령으로 과제 폴더가 맞는지 확인하세요.`,
        en: `See whether it is the assignments' folder: \`ls ${root}\`.`,
      },
      cause,
    });
  }
}

/** The position of `order` is not kept beyond loading; the file's first line says enough. */
function sharedOrders(root: string, sorted: readonly Assignment[]): FileFault[] {
  return sorted.flatMap((assignment, index) => {
    const earlier = sorted[index - 1];
    if (earlier?.order !== assignment.order) return [];
    const text = {
      ko: `\`order\` 항목의 ${assignment.order} 값은 이미 \`${earlier.id}\` 과제의 값입니다. 다른 값을 쓰세요.`,
      en: `\`order\` ${assignment.order} is already taken by \`${earlier.id}\`; choose another`,
    };
    return [{ path: join(root, assignment.id, manifestName), line: 1, column: 1, text }];
  });
}
