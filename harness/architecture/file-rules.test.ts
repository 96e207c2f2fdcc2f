import { expect, test } from 'vitest';
import { codeFaults, lineCount, machineFaults, median, shapeFaults, sharedCodes } from './file-rules.ts';
import { parseSource } from './source.ts';

/** Written apart, so that the rules find nothing in this file. */
const joined = (...parts: string[]) => parts.join('');
const ofCode = (path: string, code: string) => codeFaults(parseSource(path, code));

test('lines are counted with and without a newline at the end', () => {
  expect([lineCount('a\nb\n'), lineCount('a\nb')]).toEqual([2, 2]);
  expect(median([9, 1, 5])).toBe(5);
});

test('a file over the budget is told with its length', () => {
  expect(shapeFaults('a/b.ts', 'x\n'.repeat(200))).toEqual([]);
  expect(shapeFaults('a/b.ts', 'x\n'.repeat(201))[0]).toContain('201');
});

test.each([
  'MyThing.ts',
  'my_thing.ts',
  'myThing.test.ts',
  'utils.ts',
  'helper.ts',
  'helpers.test.ts',
  'common.sh',
])('the name %s is a fault', (name) => expect(shapeFaults(`harness/${name}`, '')).toHaveLength(1));

test.each(['index.ts', 'run-process.docker.test.ts', 'bootstrap', 'setup.sh', 'ch05-2.ts'])(
  'the name %s is right',
  (name) => expect(shapeFaults(`harness/${name}`, '')).toEqual([]),
);

test('default exports belong to graders and configuration alone', () => {
  const code = 'const a = 1;\nexport default a;\n';
  expect(ofCode('graders/a/grader.ts', code)).toEqual([]);
  expect(ofCode('vitest.config.ts', code)).toEqual([]);
  expect(ofCode('harness/a.ts', code)).toHaveLength(1);
  expect(ofCode('harness/a.ts', 'const a = 1;\nexport { a as default };\n')).toHaveLength(1);
});

test('a note to self is a fault in a comment and data in a string', () => {
  const word = joined('TO', 'DO');
  expect(ofCode('harness/a.ts', `// ${word}: later\n`)).toHaveLength(1);
  expect(ofCode('harness/a.ts', `export const a = '${word}';\n`)).toEqual([]);
});

test.each(['only', 'skip', 'todo'])('a test marked %s is a fault', (mark) => {
  expect(ofCode('harness/a.test.ts', `${joined('te', 'st')}.${mark}('x', () => {});\n`)).toHaveLength(1);
});

test.each([
  joined('/ho', 'me/kim/drydock'),
  joined('see /Us', 'ers/kim'),
  joined('"/wo', 'rk/main"'),
  joined('https://npm-mirror', 's.kim.io/'),
  joined('http://registry', '.corp.internal:4873'),
])('%s is of one machine', (text) => {
  expect(machineFaults('a.md', `fine\n${text}\n`)).toHaveLength(1);
  expect(machineFaults('a.md', `fine\n${text}\n`)[0]).toContain('a.md:2');
});

test.each([
  '/home/student/app',
  '/workspace/x',
  'https://docs.docker.com/',
  'http://mirror.example.test',
  './work/a',
])('%s is of no machine', (text) => expect(machineFaults('a.md', text)).toEqual([]));

test('a code that two files use is told with both', () => {
  const one = { path: 'a.ts', text: `{ code: 'ENGINE_START' }, { code: 'ENGINE_START' }` };
  expect(sharedCodes([one, { path: 'b.ts', text: `{ code: 'OTHER' }` }])).toEqual([]);
  expect(sharedCodes([one, { path: 'b.ts', text: `{ code: 'ENGINE_START' }` }])[0]).toMatch(
    /a\.ts and b\.ts/,
  );
});
