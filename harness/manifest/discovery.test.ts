import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discoverAssignments } from './discovery.ts';
import { rejection, scratchFolder, soundManifest } from './testing/manifest.ts';

function manifest(id: string, order: number): Record<string, string> {
  const text = soundManifest.replace('build-noderun', id).replace('"order": 3', `"order": ${order}`);
  return { [`${id}/assignment.json`]: text };
}

test('folders are discovered and come in the order of the course', async () => {
  const files = { ...manifest('a-late', 20), ...manifest('z-early', 3), '.hidden/x': '', 'README.md': '' };
  await using root = await scratchFolder(files);
  expect((await discoverAssignments(root.path)).map(({ id }) => id)).toEqual(['z-early', 'a-late']);
});

test('an empty folder holds no assignments', async () => {
  await using root = await scratchFolder({});
  expect(await discoverAssignments(root.path)).toEqual([]);
});

test('the mistakes of all manifests are reported together', async () => {
  const two = {
    ...manifest('one', 0),
    ...manifest('two', -1),
    ...manifest('three', 3),
    ...manifest('four', 3),
  };
  await using root = await scratchFolder(two);
  const error = await rejection(discoverAssignments(root.path));
  expect(error).toMatchObject({ code: 'MANIFEST_INVALID' });
  expect(String(error).replaceAll(root.path, '').split('\n')).toEqual([
    'GraderError: /one/assignment.json:4:12: `order` must be 1 or more, found 0',
    expect.stringMatching(/^\/three\/assignment.json:1:1: `order` 3 is already taken by `four`/),
    '/two/assignment.json:4:12: `order` must be 1 or more, found -1',
  ]);
});

test('a folder without a manifest is a mistake too', async () => {
  await using root = await scratchFolder({ ...manifest('one', 1), 'two/notes.md': '' });
  expect(await rejection(discoverAssignments(root.path))).toMatchObject({ code: 'MANIFEST_UNREADABLE' });
});

test('a root that does not exist is the operator’s to correct', async () => {
  await using root = await scratchFolder({});
  const missing = join(root.path, 'nowhere');
  expect(await rejection(discoverAssignments(missing))).toMatchObject({
    name: 'UsageError',
    code: 'NO_ASSIGNMENTS',
    message: expect.stringContaining('nowhere'),
  });
});
