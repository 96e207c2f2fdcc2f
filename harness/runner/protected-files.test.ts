import { expect, test } from 'vitest';
import { protectedRemarks } from './protected-files.ts';

const files = [
  { path: 'solution.sh', required: true, protected: false },
  { path: 'schema.json', required: true, protected: true },
];
const starter = { read: async () => Buffer.from('{\n}\n') };
const remarks = (text?: string) => {
  const handed = { path: 'schema.json', bytes: Buffer.from(text ?? ''), executable: false };
  return protectedRemarks({ files }, starter, { files: text === undefined ? [] : [handed] });
};

test('a protected file as it was handed out is not worth a word, with other line ends neither', async () => {
  expect(await remarks('{\n}\n')).toEqual([]);
  expect(await remarks('{\r\n}\r\n')).toEqual([]);
});

test('one that was changed or removed is told to the reader', async () => {
  expect(await remarks('{}')).toMatchObject([
    { code: 'protected-file', text: { en: expect.stringContaining('differs') } },
  ]);
  expect(await remarks()).toMatchObject([
    { text: { en: expect.stringContaining('is not in the submission') } },
  ]);
});

test('one that need not be handed in may be left out, but not changed', async () => {
  const helping = { files: [{ path: 'schema.json', required: false, protected: true }] };
  expect(await protectedRemarks(helping, starter, { files: [] })).toEqual([]);
  const changed = { path: 'schema.json', bytes: Buffer.from('{}'), executable: false };
  expect(await protectedRemarks(helping, starter, { files: [changed] })).toHaveLength(1);
});
