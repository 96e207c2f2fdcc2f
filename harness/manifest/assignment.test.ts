import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GraderError } from '../errors.ts';
import { defaultLimits, loadAssignment } from './assignment.ts';
import { ManifestError } from './located-file.ts';
import schema from './schema/assignment-v1.schema.json' with { type: 'json' };
import { rejection, scratchFolder, soundManifest } from './testing/manifest.ts';

/** The mistakes that are found when part of the sound manifest is replaced: `line:column: text`. */
async function mistakes(from: string | RegExp, to: string): Promise<string[]> {
  const broken = soundManifest.replace(from, to);
  expect(broken).not.toBe(soundManifest);
  await using folder = await scratchFolder({ 'build-noderun/assignment.json': broken });
  const error = await rejection(loadAssignment(join(folder.path, 'build-noderun')));
  if (!(error instanceof ManifestError)) throw new TypeError('it was accepted', { cause: error });
  return error.faults.map(({ line, column, text }) => `${line}:${column}: ${text.en}`);
}

describe('a sound manifest', () => {
  test('is loaded with its defaults filled in', async () => {
    await using folder = await scratchFolder({ 'build-noderun/assignment.json': soundManifest });
    const assignment = await loadAssignment(join(folder.path, 'build-noderun'));
    expect(assignment).toMatchObject({
      id: 'build-noderun',
      order: 3,
      points: 100,
      script: 'solution.sh',
      packages: false,
    });
    expect(assignment.limits).toEqual({ ...defaultLimits, commandMs: 20_000 });
    expect(assignment.folder).toBe(join(folder.path, 'build-noderun'));
    expect(assignment).not.toHaveProperty('schema');
  });

  test('has the defaults that the published schema promises', () => {
    const promised = Object.entries(schema.properties.limits.properties).map(([name, limit]) => [
      name,
      limit.default,
    ]);
    expect(Object.fromEntries(promised)).toEqual(defaultLimits);
    expect(schema.properties.script.default).toBe('solution.sh');
    expect(schema.properties.packages.default).toBe(false);
  });

  test.each(['node:20-alpine3.17', 'ubuntu:22.04', 'localhost:5000/team/web:1.0', 'quay.io/a/b:latest'])(
    'may name the image %s',
    async (reference) => {
      const manifest = soundManifest.replace('node:20-alpine3.17', reference);
      await using folder = await scratchFolder({ 'build-noderun/assignment.json': manifest });
      expect((await loadAssignment(join(folder.path, 'build-noderun'))).images).toEqual([reference]);
    },
  );
});

describe('a mistake is reported where it is', () => {
  test.each<[string | RegExp, string, string[]]>([
    ['"order": 3', '"order": "3"', ['4:12: `order` must be a whole number, found "3"']],
    ['"order": 3', '"order": 0', ['4:12: `order` must be 1 or more, found 0']],
    ['"points": 100', '"points": 5000', ['6:13: `points` must be 1000 or less, found 5000']],
    [
      'assignment/v1',
      'assignment/v9',
      ['2:13: `schema` must be "drydock/assignment/v1", found "drydock/assignment/v9"'],
    ],
    [
      '"order": 3,',
      '"ordre": 3,',
      ['1:1: `order` is missing', '4:3: `ordre` is not a known key; did you mean `order`?'],
    ],
    ['"commandMs"', '"comandMs"', ['12:15: `limits.comandMs` is not a known key; did you mean `commandMs`?']],
    [
      ', "title"',
      ', "author"',
      ['10:52: `files[1].author` is not a known key; known keys: `path`, `required`, `protected`, `title`'],
    ],
    [', "en": "Build an image"', '', ['5:12: `title.en` is missing']],
    ['"ko": "이미지 만들기"', '"ko": ""', ['5:20: `title.ko` must be filled in, found ""']],
    [
      'solution.sh',
      '../solution.sh',
      ['9:15: `files[0].path` must be written like "solution.sh", found "../solution.sh"'],
    ],
    [
      'app/Dockerfile',
      '/etc/passwd',
      ['10:15: `files[1].path` must be written like "solution.sh", found "/etc/passwd"'],
    ],
    [
      '["node:20-alpine3.17"]',
      '["a:1", "a:1"]',
      ['7:13: `images` must be a list without repetition, found ["a:1","a:1"]'],
    ],
    [
      'node:20-alpine3.17',
      'node',
      ['7:14: `images[0]` must be written like "node:20-alpine3.17", found "node"'],
    ],
    [/"files": \[[^\]]*\]/, '"files": []', ['8:12: `files` must be filled in, found []']],
    [
      '"missing"',
      '"error"',
      ['13:64: `expect.empty.outcome` must be one of "missing", "invalid", "graded", found "error"'],
    ],
    ['"required": true', '"required": 1', ['9:42: `files[0].required` must be `true` or `false`, found 1']],
    ['"order": 3,', '"order": 3', ['5:3: expected `,` after the value before this']],
    [
      '"id": "build-noderun"',
      '"id": "run-nginx"',
      ['3:9: `id` must be the folder\'s name "build-noderun", found "run-nginx"'],
    ],
    ['app/Dockerfile', 'solution.sh', ['10:15: the file "solution.sh" is listed twice; keep one']],
    [
      'solution.sh',
      'commands.sh',
      ['8:12: `files` must list the script "solution.sh", found commands.sh, app/Dockerfile'],
    ],
    [
      '20000',
      '400000',
      ['12:28: `limits.commandMs` must be at most `limits.scriptMs` (300000), found 400000'],
    ],
    [
      '"score": 0',
      '"score": 101',
      ['13:37: `expect.starter.score` must be at most the points (100), found 101'],
    ],
    [/^[\s\S]*$/, '[]', ['1:1: `(JSON)` must be an object (`{ }`), found []']],
    [/^[\s\S]*$/, '', ['1:1: expected a value (remove a trailing comma)']],
  ])('%s -> %s', async (from, to, expected) => {
    expect(await mistakes(from, to)).toEqual(expected);
  });

  test('with its file, all of them together, in both languages, and with what to do', async () => {
    const broken = soundManifest
      .replace('"points": 100', '"points": "100"')
      .replace('"order": 3', '"order": null');
    await using folder = await scratchFolder({ 'build-noderun/assignment.json': broken });
    const path = join(folder.path, 'build-noderun');
    const error = await rejection(loadAssignment(path));
    expect(error).toBeInstanceOf(GraderError);
    expect(error).toMatchObject({
      code: 'MANIFEST_INVALID',
      text: {
        en: `${path}/assignment.json:4:12: \`order\` must be a whole number, found null\n${path}/assignment.json:6:13: \`points\` must be a whole number, found "100"`,
        ko: `${path}/assignment.json:4:12: \`order\` 항목에는 정수 값이 와야 하는데 null 값이 있습니다.\n${path}/assignment.json:6:13: \`points\` 항목에는 정수 값이 와야 하는데 "100" 값이 있습니다.`,
      },
      hint: { en: expect.stringContaining('line 4'), ko: expect.stringContaining('4번째 줄') },
    });
  });
});

test('a manifest that cannot be read says so', async () => {
  await using folder = await scratchFolder({
    'empty/README.md': '',
    'huge/assignment.json': ' '.repeat((1 << 20) + 1),
  });
  expect(await rejection(loadAssignment(join(folder.path, 'empty')))).toMatchObject({
    code: 'MANIFEST_UNREADABLE',
    message: expect.stringContaining('ENOENT'),
  });
  expect(await rejection(loadAssignment(join(folder.path, 'huge')))).toMatchObject({
    code: 'MANIFEST_UNREADABLE',
    message: expect.stringContaining('1048577 bytes'),
  });
});
