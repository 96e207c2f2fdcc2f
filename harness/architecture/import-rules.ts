import { basename, dirname } from 'node:path/posix';
import type { Source } from './source.ts';

/** Files that carry no behaviour: everything may import them, and they import nothing but those named. */
const plainData: Readonly<Record<string, readonly string[]>> = {
  'harness/text.ts': [],
  'harness/errors.ts': ['harness/text.ts'],
  'harness/evidence.ts': ['harness/text.ts'],
  'harness/result.ts': ['harness/text.ts', 'harness/evidence.ts'],
};

/** The folders where the parts are joined: they may import everything. */
const joiners = /^(harness\/(cli|bench)|script)\//;
const ours = /^(harness|reports|graders|script)\//;
const forTests = /(\.test|\.test-support)\.ts$|(^|\/)testing\//;

/** What is wrong with the imports of one file, by the rules of the layout; one sentence each. */
export function importFaults({ path, imports }: Source): string[] {
  const own = imports.filter((target) => ours.test(target));
  return [
    ...own.filter((target) => !mayKnow(path, target)).map((target) => `${path} must not know ${target}`),
    ...own
      .filter((target) => !throughDoor(path, target))
      .map((target) => `${path} imports ${target} past the folder's index.ts`),
    ...own
      .filter((target) => forTests.test(target) && !forTests.test(path))
      .map((target) => `${path} imports ${target}, which is for tests`),
    ...(graderFolder(path) !== undefined && !forTests.test(path)
      ? imports
          .filter((target) => !ours.test(target))
          .map((target) => `${path} imports ${target}: graders import #harness alone`)
      : []),
  ];
}

/** Which layer may import which. */
function mayKnow(path: string, target: string): boolean {
  const allowed = plainData[path];
  if (allowed !== undefined) return allowed.includes(target);
  const grader = graderFolder(path);
  if (grader !== undefined)
    return target === 'harness/index.ts' || target.startsWith(grader) || forTests.test(path);
  if (path.startsWith('reports/'))
    return target.startsWith('reports/') || target === 'harness/result.ts' || target === 'harness/text.ts';
  if (joiners.test(path) || forTests.test(path)) return true;
  if (/^harness\/(sandbox|docker)\//.test(path) && target.startsWith('harness/runner/')) return false;
  return target !== 'harness/index.ts' && !/^(harness\/(cli|bench)|reports|graders|script)\//.test(target);
}

/**
 * A folder is entered by its index.ts. Inside, files know each other, a part knows the files of the folders it lies
 * in, and what lies in a part is reached by the part's own index.ts, from the folder around it alone.
 */
function throughDoor(path: string, target: string): boolean {
  const from = dirname(path);
  const to = dirname(target);
  if (isWithin(from, to) || plainData[target] !== undefined) return true;
  // What tests share, and data such as a JSON Schema, needs no door inside the folder that owns it.
  if (forTests.test(target) || target.endsWith('.json')) return isWithin(from, dirname(to));
  if (to === 'harness/cli' && joiners.test(path)) return true;
  if (basename(target) !== 'index.ts') return false;
  const around = dirname(to);
  return /^(harness|reports|\.)$/.test(around) || isWithin(from, around);
}

function isWithin(folder: string, around: string): boolean {
  return folder === around || folder.startsWith(`${around}/`);
}

/** The folder of the grader that a file is part of; the one that new graders are copied from is one, too. */
function graderFolder(path: string): string | undefined {
  return /^(graders\/[^/]+|harness\/scaffold\/template\/grader)\//.exec(path)?.[0];
}
