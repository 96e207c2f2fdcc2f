import { describe, expect, it } from 'vitest';
import { GraderError } from '../../errors.ts';
import { readAnswers } from './read-answers.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'codes'],
  properties: {
    name: { type: 'string', maxLength: 40 },
    codes: {
      type: 'object',
      additionalProperties: false,
      properties: {
        137: {
          type: 'object',
          additionalProperties: false,
          required: ['signal'],
          properties: { signal: { enum: ['SIGKILL', 'SIGTERM'] }, code: { type: 'integer', maximum: 255 } },
        },
      },
    },
  },
};

const good = 'name: 김\ncodes:\n  137:\n    signal: SIGKILL\n    code: 137\n';

function read(
  content: string | Buffer | undefined,
  { paths = ['experiments.sh'], given = JSON.stringify(schema) }: { paths?: string[]; given?: string } = {},
) {
  const bytes = content === undefined ? undefined : Buffer.from(content);
  return readAnswers<unknown>(
    {
      submission: { paths, read: async () => undefined, readAfter: async () => bytes },
      starter: { read: async () => Buffer.from(given) },
    },
    'answers.yaml',
    'answers.schema.json',
  );
}

async function problem(content: string | Buffer | undefined, options = {}) {
  const answers = await read(content, options);
  return 'problem' in answers ? answers.problem : { ko: '', en: JSON.stringify(answers.value) };
}

/** Billion laughs: each line ten times the line before. */
const laughs = Array.from({ length: 9 }, (_, n) =>
  n === 0 ? 'a0: &a0 [x]' : `a${n}: &a${n} [${Array(10).fill(`*a${n - 1}`)}]`,
).join('\n');

describe('readAnswers takes', () => {
  it.each([
    ['LF', good],
    ['CRLF', good.replaceAll('\n', '\r\n')],
    ['old Mac line ends', good.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${good}`],
    [
      'comments and a schema for editors',
      `# yaml-language-server: $schema=./answers.schema.json\n${good}# end`,
    ],
    ['an alias or two', 'name: &n 김\ncodes: { 137: { signal: SIGKILL, code: 137 } }\n'],
    ['JSON', '{"name": "김", "codes": {"137": {"signal": "SIGKILL", "code": 137}}}'],
  ])('%s', async (_name, content) => {
    expect(await read(content)).toMatchObject({
      value: { name: '김', codes: { 137: { signal: 'SIGKILL', code: 137 } } },
    });
  });

  it('what was handed in and is gone, too, and knows the line of each value', async () => {
    const answers = await read(good);
    const lineOf = 'lineOf' in answers ? answers.lineOf : () => 0;
    expect(
      [['name'], ['codes', '137'], ['codes', '137', 'code'], ['codes', '137', 'gone']].map(lineOf),
    ).toEqual([1, 3, 5, 3]);
  });
});

describe('readAnswers explains', () => {
  it.each([
    ['a wrong value', good.replace('SIGKILL', 'SIGKIL'), 4, 'one of "SIGKILL", "SIGTERM", found "SIGKIL"'],
    ['a number as text', good.replace('code: 137', 'code: "137"'), 5, 'a whole number, found "137"'],
    ['a huge number', good.replace('code: 137', 'code: 1e400'), 5, 'found Infinity'],
    ['an unknown key', good.replace('code:', 'kode:'), 5, 'did you mean `code`?'],
    [
      'a missing key',
      good.replace('signal: SIGKILL', 'code: 1').replace('    code: 137\n', ''),
      3,
      'codes[137].signal',
    ],
    ['a prototype', `${good}__proto__: { polluted: 1 }\n`, 6, '`__proto__` is not a known key'],
    ['a constructor', `${good}constructor: 1\n`, 6, '`constructor` is not a known key'],
    ['a merge key', `${good}<<: { polluted: 1 }\n`, 6, '`<<` is not a known key'],
    ['a key twice', good.replace('code:', 'signal:'), 5, 'given twice'],
    ['a tab', good.replace('    code', '\tcode'), 5, 'a tab indents this line'],
    ['a JavaScript tag', `${good}run: !!js/function "() => 1"\n`, 6, 'has a `!` tag'],
    ['a binary tag', good.replace('김', '!!binary aGk='), 1, 'has a `!` tag'],
    ['an unquoted colon', good.replace('김', 'a: b'), 1, 'quotes around a text with a colon'],
    ['no space after a colon', good.replace('signal: ', 'signal:'), 4, 'the colon and the space'],
    ['no colon', good.replace('codes:', 'codes'), 2, 'the colon and the space'],
    ['a line too far in', good.replace('    code', '     code'), 4, 'line below `SIGKILL` is indented'],
    ['an open quote', good.replace('137\n', '"137\n'), 0, 'missing'],
    ['a second document', `${good}---\nname: b\n`, 6, 'second document'],
    ['a key that is a list', `${good}? [a]\n: b\n`, 6, 'cannot be a key'],
    ['an alias without its anchor', good.replace('김', '*nobody'), 1, 'write the value itself'],
    ['a billion laughs', `${laughs}\n`, 4, 'write the value itself'],
    ['the first thousand of them', laughs.split('\n').slice(0, 3).join('\n'), 1, 'write the value itself'],
    ['a value inside itself', 'name: &a [*a]\n', 1, 'write the value itself'],
    ['brackets without end', '['.repeat(30_000), 1, 'nested too deep'],
    ['braces without end', '{'.repeat(30_000), 1, 'nested too deep'],
    ['dashes without end', '- '.repeat(15_000), 1, 'nested too deep'],
    ['bytes of Korean Windows', Buffer.from([0x61, 0x0a, 0xb0, 0xa1]), 2, 'is not UTF-8'],
    ['a NUL byte', 'name: a\n\0', 2, 'NUL'],
  ])('%s', async (_name, content, line, words) => {
    const { ko, en } = await problem(content);
    expect(en).toContain(words);
    if (line > 0) expect(en).toMatch(new RegExp(`[Ll]ine ${line}\\b`));
    if (line > 0) expect(ko).toContain(`${line}번째 줄`);
    expect(`${ko}${en}`).not.toMatch(/\{(path|line|text|written)\}/);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['more than the limit', Buffer.alloc(1 << 20, 'a: 1\n'), 'larger than the limit of 32768'],
    ['UTF-16', Buffer.from('\uFEFFname: a', 'utf16le'), 'UTF-16'],
    ['nothing', '', 'is empty'],
    ['comments alone', '# name: a\n', 'is empty'],
    ['no file', undefined, 'There is no `answers.yaml`. Copy'],
  ])('%s', async (_name, content, words) => {
    const { ko, en } = await problem(content);
    expect(en).toContain(words);
    expect(ko).toContain('`answers.yaml`');
  });

  it('a tab, and not what follows from it', async () => {
    const { en } = await problem('name: a\ncodes:\n  1: a\n\t2: b\n  3: c\n  4: d\n');
    expect(en.split('\n')).toEqual([expect.stringContaining('line 4: a tab')]);
  });

  it('a file under another name, and no more mistakes than a person can read', async () => {
    expect((await problem(undefined, { paths: ['answers.yml'] })).en).toContain(
      'mv answers.yml answers.yaml',
    );
    const many = good + Array.from({ length: 40 }, (_, n) => `extra${n}: 1`).join('\n');
    expect((await problem(many)).en.split('\n')).toHaveLength(6);
    expect((await problem(many)).en).toContain('And 35 more.');
  });

  it('whose fault a broken schema is', async () => {
    await expect(read(good, { given: '{' })).rejects.toBeInstanceOf(GraderError);
    await expect(read(good, { given: '{"type": "nonsense"}' })).rejects.toThrow('answers.schema.json');
  });
});
