import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readAnswers } from './read-answers.ts';

/** Reads these bytes by a schema that accepts everything. */
function read(content: string | Buffer) {
  const bytes = Buffer.from(content);
  const submission = { paths: [], read: async () => undefined, readAfter: async () => bytes };
  const starter = { read: async () => Buffer.from('{}') };
  return readAnswers<unknown>({ submission, starter }, 'answers.yaml', 'answers.schema.json');
}

describe('readAnswers, whatever the file holds,', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      '{',
      '}',
      ']',
      '- ',
      '? ',
      ': ',
      'a',
      '\n',
      '  ',
      '&a ',
      '*a',
      '!a ',
      '"',
      "'",
      '|\n',
      '>',
      ',',
      '#',
    ],
    ...[
      '\t',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '__proto__: ',
      '<<: ',
      '.inf',
      '0x1',
      '\r\n',
      '\uFEFF',
      '`',
      '\u0000',
    ],
  );
  const soup = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

  it('answers with a value or with words in both languages', async () => {
    const bytes = fc.oneof(
      soup.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      soup.map((text) => Buffer.from(text.repeat(500))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const answers = await read(content);
        if ('problem' in answers) {
          expect(answers.problem.en).toContain('answers.yaml');
          expect(answers.problem.ko).toContain('answers.yaml');
        } else expect(answers.value).toBeDefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives back what was written', async () => {
    const leaf = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null));
    const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '<<');
    const value = fc.dictionary(
      key,
      fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(key, leaf)),
    );
    await fc.assert(
      fc.asyncProperty(value, async (written) => {
        const text = stringify(written, { version: '1.2', lineWidth: 0 });
        const answers = await read(text.replaceAll('\n', '\r\n'));
        expect('value' in answers ? answers.value : answers.problem.en).toEqual({ ...written });
      }),
      { numRuns: 200 },
    );
  });
});
