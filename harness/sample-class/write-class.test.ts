import { createHash } from 'node:crypto';
import { lstat, mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assignment, discoverAssignments } from '../manifest/index.ts';
import { readRoster } from '../roster/index.ts';
import { folderCaps, readSubmission } from '../runner/index.ts';
import { specials } from './special.ts';
import { type WrittenClass, writeClass } from './write-class.ts';

const root = join(import.meta.dirname, '../..');
const graders = join(root, 'graders');
let place: string;
let assignments: Assignment[];
let all: WrittenClass;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'drydock-sample-class-'));
  assignments = await discoverAssignments(join(root, 'assignments'));
  all = await writeClass({ assignments, graders, target: join(place, 'forty'), students: 40 });
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** Everything below a folder, through no link: one of them leads to the machine's root. */
async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inner = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...(await below(path))] : [path];
  });
  return (await Promise.all(inner)).flat().sort();
}

/** Names, kinds, modes and bytes of everything below a folder. */
async function printOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await below(folder)) {
    const info = await lstat(path);
    hash.update(`${relative(folder, path)} ${info.mode}\n`);
    if (info.isSymbolicLink()) hash.update(await readlink(path));
    if (info.isFile() && info.size < 1 << 20) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

describe('the sample class', () => {
  test('is the same each time it is written, and another for another seed', async () => {
    const small = { assignments, graders, students: 8 };
    await writeClass({ ...small, target: join(place, 'one') });
    await writeClass({ ...small, target: join(place, 'again') });
    await writeClass({ ...small, target: join(place, 'other'), seed: 2 });
    expect(await printOf(join(place, 'again'))).toBe(await printOf(join(place, 'one')));
    expect(await printOf(join(place, 'other'))).not.toBe(await printOf(join(place, 'one')));
  });

  test.each([4, 8, 40])('of %i has every kind in it', async (students) => {
    const target = join(place, `kinds-${students}`);
    const { expected } = await writeClass({ assignments, graders, target, students });
    const examples = expected.submissions.map(({ example }) => example);
    for (const { name } of specials) expect(examples.filter((one) => one === name)).toEqual([name]);
    const kinds = new Set(expected.submissions.map(({ kind }) => kind));
    if (students === 40)
      expect(kinds).toEqual(new Set(['solution', 'variant', 'mutant', 'broken', 'unusual', 'hostile']));
  });

  test('has a submission for each verdict that is expected, and most students hand in all', async () => {
    const { submissions, absent } = all.expected;
    const pairs = submissions.map(({ student, assignment }) => `${student} ${assignment}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const counts = Map.groupBy(submissions, ({ student }) => student);
    expect(counts.size).toBe(39);
    expect([...counts.values()].filter((own) => own.length === assignments.length).length).toBeGreaterThan(
      30,
    );
    expect([...counts.values()].filter((own) => own.length < assignments.length).length).toBeGreaterThan(1);
    expect(counts.has(absent[0] ?? '')).toBe(false);
  });

  test('expects full marks of solutions and variants, and of a mutant what its author wrote', async () => {
    for (const { kind, score, outcome } of all.expected.submissions) {
      if (kind === 'solution' || kind === 'variant')
        expect({ score, outcome }).toEqual({ score: 100, outcome: 'graded' });
    }
    const mutants = all.expected.submissions.filter(({ kind }) => kind === 'mutant');
    expect(mutants.length).toBeGreaterThan(20);
    for (const { assignment, example, score, checks } of mutants) {
      const written = JSON.parse(await readFile(join(graders, assignment, example, 'expect.json'), 'utf8'));
      expect({ score, checks }).toEqual({ score: written.score, checks: written.checks });
    }
  });

  test('tells no student what is expected', async () => {
    const names = await below(all.submissions);
    expect(names.filter((name) => name.endsWith('expect.json'))).toEqual([]);
  });

  test('has folders by account, name, number and decomposed name, one of a stranger and none of one student', async () => {
    const folders = await readdir(all.submissions);
    const roster = readRoster(await readFile(all.roster, 'utf8'), all.roster);
    expect(roster.length).toBe(40);
    expect(roster.filter(({ username }) => username === '').length).toBe(1);
    expect(folders.length).toBe(40);
    expect(folders).toContain(roster[0]?.username);
    expect(folders).toContain(roster[1]?.name);
    expect(folders).toContain(roster[2]?.identifier);
    expect(folders).toContain(roster[4]?.name.normalize('NFD'));
    expect(folders).toEqual(expect.arrayContaining([...all.expected.unknown]));
    for (const folder of folders) expect(folder).toMatch(/^[\p{L}\p{N}-]{1,60}$/u);
    const { username, identifier, name } = roster.at(-1) ?? {};
    for (const own of [username, identifier, name]) expect(folders).not.toContain(own);
  });

  test('has nothing too large to be read, and nothing outside of it is read', async () => {
    const [large] = all.expected.submissions.filter(({ example }) => example === 'large-file');
    const folders = await readdir(all.submissions);
    let largest = 0;
    for (const folder of folders)
      for (const slug of await readdir(join(all.submissions, folder))) {
        const read = await readSubmission(join(all.submissions, folder, slug));
        const bytes = (read?.files ?? []).reduce((sum, file) => sum + file.bytes.length, 0);
        largest = Math.max(largest, bytes);
        expect(read?.files.some(({ bytes: content }) => content.includes('root:x:0')) ?? false).toBe(false);
      }
    expect(large).toBeDefined();
    expect(largest).toBeGreaterThan(folderCaps.bytes / 2);
    expect((await stat(all.roster)).size).toBeGreaterThan(0);
  });
});
