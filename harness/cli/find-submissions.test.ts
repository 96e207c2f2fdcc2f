import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AssignmentOutline } from '../assignment-outline.ts';
import { findSubmissions } from './find-submissions.ts';
import { folderTrouble } from './folder-trouble.ts';

const assignments: AssignmentOutline[] = [
  { slug: 'build-noderun', files: ['solution.sh', 'Dockerfile', 'runapp.js'] },
  { slug: 'container-logs', files: ['solution.sh'] },
];

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-find-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), '');
  }
}
const find = (chosen: string[] = [], folder = dir) => findSubmissions({ dir: folder, chosen, assignments });
const found = (...slugs: string[]) => slugs.map((slug) => ({ slug, folder: join(dir, slug) }));

test('a folder that holds something else is the submission that was asked for by name', async () => {
  await put('notes.txt');
  expect(await find(['build-noderun'])).toEqual([{ slug: 'build-noderun', folder: dir }]);
});

describe('a folder of folders', () => {
  test('all that are there, in the course’s order', async () => {
    await put('container-logs/solution.sh', 'build-noderun/solution.sh', 'notes.txt', '.git/config');
    expect(await find()).toEqual(found('build-noderun', 'container-logs'));
  });

  test('those that were asked for, also where nothing was handed in', async () => {
    await put('container-logs/solution.sh');
    expect(await find(['container-logs', 'container-logs'])).toEqual(found('container-logs'));
    expect(await find(['build-noderun', 'container-logs'])).toEqual(found('build-noderun', 'container-logs'));
    expect(await find(['build-noderun'])).toEqual(found('build-noderun'));
  });

  test('a file with an assignment’s name is no submission', async () => {
    await put('build-noderun');
    await expect(find()).rejects.toMatchObject({ code: 'NOTHING_TO_GRADE' });
  });
});

describe('a folder that is itself one submission', () => {
  test('by its name, even when it is empty', async () => {
    const folder = join(dir, 'container-logs');
    await mkdir(folder);
    expect(await find([], folder)).toEqual([{ slug: 'container-logs', folder }]);
  });

  test('by the files in it', async () => {
    await put('solution.sh', 'Dockerfile');
    expect(await find()).toEqual([{ slug: 'build-noderun', folder: dir }]);
    expect(await find(['container-logs'])).toEqual([{ slug: 'container-logs', folder: dir }]);
  });

  test('by the files in it is not enough when several fit', async () => {
    await put('solution.sh');
    await expect(find()).rejects.toMatchObject({ name: 'UsageError', code: 'AMBIGUOUS_FOLDER' });
  });
});

describe('a folder that cannot be right', () => {
  test('does not exist', async () => {
    const gone = join(dir, 'gone');
    const thrown = await find([], gone).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'DIR_MISSING', message: `There is no folder \`${gone}\`.` });
  });

  test('is a file', async () => {
    await put('solution.sh');
    await expect(find([], join(dir, 'solution.sh'))).rejects.toMatchObject({ code: 'DIR_IS_FILE' });
  });

  test('is empty, but for hidden files', async () => {
    await put('.gitkeep');
    await expect(find()).rejects.toMatchObject({ code: 'DIR_EMPTY' });
  });

  test('may not be read', () => {
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const trouble = folderTrouble('/srv/kim', denied);
    expect(trouble).toMatchObject({ code: 'DIR_UNREADABLE', cause: denied });
    expect(trouble.hint.en).toContain('chmod u+rx /srv/kim');
  });

  test('holds a folder with nearly an assignment’s name', async () => {
    await put('Build_NodeRun/solution.sh');
    const thrown = await find().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'NOTHING_TO_GRADE' });
    expect(thrown).toHaveProperty('hint.en', expect.stringContaining('mv Build_NodeRun build-noderun'));
  });
});

test('an assignment that nobody knows: the one that was meant, or all there are', async () => {
  await put('build-noderun/solution.sh');
  const near = await find(['build-nodrun']).catch((error: unknown) => error);
  expect(near).toMatchObject({ code: 'UNKNOWN_ASSIGNMENT' });
  expect(near).toHaveProperty('hint.en', expect.stringContaining('drydock check build-noderun'));
  const far = await find(['kubernetes']).catch((error: unknown) => error);
  expect(far).toHaveProperty('hint.ko', expect.stringContaining('`container-logs`'));
});
