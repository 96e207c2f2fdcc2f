import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Assignment, discoverAssignments, loadAssignment } from '../manifest/index.ts';

/** What a new assignment is called, and what it begins with. */
export interface Scaffold {
  slug: string;
  title: { ko: string; en: string };
  /** A reference of the image that the exercise is about. */
  image: string;
}

/** Where the new parts go: the course's two sides. */
export interface ScaffoldPlace {
  assignments: string;
  graders: string;
}

const template = join(import.meta.dirname, 'template');
/** What stands in the template in place of an author's own words. */
const example = {
  slug: 'example-assignment',
  ko: '예시 과제',
  en: 'Example assignment',
  image: 'node:20-alpine3.17',
  order: '9999',
} as const;

/**
 * Writes a new assignment and its grader, the last of the course in order. What was written is gone again when it
 * turns out that it cannot be: a manifest that its schema refuses is thrown as GraderError.
 */
export async function scaffold(
  { slug, title, image }: Scaffold,
  place: ScaffoldPlace,
): Promise<{ assignment: Assignment; folders: [assignment: string, grader: string] }> {
  const others = await discoverAssignments(place.assignments);
  const order = 1 + Math.max(0, ...others.map((other) => other.order));
  const folders: [string, string] = [join(place.assignments, slug), join(place.graders, slug)];
  const words = new Map([
    [example.slug, slug],
    [example.ko, title.ko],
    [example.en, title.en],
    [example.image, image],
    [example.order, `${order}`],
  ]);
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  await Promise.all([copyFilled('assignment', folders[0], words), copyFilled('grader', folders[1], words)]);
  const assignment = await loadAssignment(folders[0]);
  stack.move();
  return { assignment, folders };
}

async function copyFilled(
  side: 'assignment' | 'grader',
  target: string,
  words: ReadonlyMap<string, string>,
): Promise<void> {
  const from = new RegExp([...words.keys()].map((word) => RegExp.escape(word)).join('|'), 'g');
  await mkdir(join(target, '..'), { recursive: true });
  await cp(join(template, side), target, { recursive: true, errorOnExist: true, force: false });
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const quoted = /\.(json|ts)$/.test(file);
    const text = await readFile(file, 'utf8');
    // In one pass, so that a word of the author's is never taken for one of the template's.
    const filled = text.replace(from, (found) =>
      quoted ? escaped(words.get(found) ?? '') : (words.get(found) ?? ''),
    );
    await writeFile(file, filled);
  }
}

/** A word as it stands inside quotes of JSON, and of TypeScript's single ones. */
function escaped(word: string): string {
  return JSON.stringify(word).slice(1, -1);
}
