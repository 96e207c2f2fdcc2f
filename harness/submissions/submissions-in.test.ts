import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Looking, submissionsIn } from './submissions-in.ts';
import { ClassOfStudents, zipOfNames } from './testing/class-of-students.ts';
import { zipOf } from './testing/zip-of.ts';

let school: ClassOfStudents;
let looking: Looking;
beforeEach(async () => {
  school = await ClassOfStudents.make();
  let made = 0;
  looking = {
    assignments: [
      { slug: 'lab', files: ['app/index.js'] },
      { slug: 'logs', files: ['solution.sh'] },
    ],
    wanted: ['lab', 'logs'],
    freshFolder: async () => `${school.temporary}/${made++}`,
    signal: new AbortController().signal,
  };
});
afterEach(() => school[Symbol.asyncDispose]());

const found = async (path: string, kind: 'folder' | 'archive' = 'folder', slug?: string) =>
  (
    await submissionsIn({ path: school.at(path), kind, ...(slug === undefined ? {} : { slug }) }, looking)
  ).map((one) =>
    'folder' in one
      ? `${one.slug} ${one.folder.replace(school.dir, '').replace(school.temporary, '+')}`
      : `${one.slug} ${one.reason.code}`,
  );

test('a folder that an assignment asks for is part of its submission, not one around it', async () => {
  await school.put('kim/app/index.js');
  expect(await found('kim')).toEqual(['lab /kim']);
});

test('a folder for the assignment goes before files that happen to fit', async () => {
  await school.putAll('kim', ['solution.sh', 'logs/solution.sh', 'lab/app/index.js']);
  expect(await found('kim', 'folder', 'logs')).toEqual(['logs /kim/logs']);
  expect(await found('kim')).toEqual(['lab /kim/lab', 'logs /kim/logs']);
});

test('an archive and a folder of one assignment: neither is taken', async () => {
  await school.putAll('kim', ['lab/app/index.js', 'logs/solution.sh']);
  await school.put('kim/lab.zip', zipOfNames('app/index.js'));
  expect(await found('kim')).toEqual(['lab DUPLICATE_PATH', 'logs /kim/logs']);
});

test('archives in archives are opened so deep and no deeper', async () => {
  const nested = (depth: number): Buffer =>
    depth === 0
      ? zipOfNames('solution.sh')
      : zipOf([{ name: 'inner.zip', bytes: nested(depth - 1), method: 'store' }]);
  await school.put('two.zip', nested(2));
  expect(await found('two.zip', 'archive')).toEqual(['logs +/2']);
  await school.put('many.zip', nested(30));
  await expect(found('many.zip', 'archive')).rejects.toMatchObject({ reason: { code: 'NO_ASSIGNMENT' } });
  const named = (depth: number): Buffer =>
    zipOf([{ name: 'logs.zip', bytes: depth === 0 ? 'x' : named(depth - 1), method: 'store' }]);
  await school.put('named.zip', named(30));
  expect(await found('named.zip', 'archive')).toEqual(['logs TOO_NESTED']);
  expect((await readdir(school.temporary)).length).toBeLessThan(20);
});

test('what cannot be read is the operator’s to mend, and no zero', async () => {
  await expect(found('gone')).rejects.toMatchObject({ reason: { code: 'UNREADABLE', fault: 'operator' } });
});
