import { describe, expect, it } from 'vitest';
import { readDaemonJson } from './daemon-json.ts';

const good =
  '{\n  "log-driver": "json-file",\n  "log-opts": {\n    "max-size": "30m",\n    "max-file": 10\n  }\n}\n';

describe('readDaemonJson', () => {
  it('gives the settings and the lines they stand on', () => {
    const json = readDaemonJson(`\uFEFF${good.replaceAll('\n', '\r\n')}`);
    if (json.settings === undefined) throw new TypeError('not read');
    expect(json.settings['log-opts']).toEqual({ 'max-size': '30m', 'max-file': 10 });
    expect(json.lineOf('log-opts', 'max-file')).toEqual({ line: 5, text: '"max-file": 10' });
    expect(json.lineOf('log-driver')).toEqual({ line: 2, text: '"log-driver": "json-file",' });
    expect(json.lineOf('absent').line).toBe(1);
  });

  it.each([
    ['a comma too many', good.replace('10\n', '10,\n'), 5, true],
    ['a comma too many at the end', good.replace('  }\n}', '  },\n}'), 6, true],
    ['a comma too few', good.replace('"30m",', '"30m"'), 5, false],
    ['a comment', good.replace('{\n', '{\n  # rotation\n'), 2, false],
    ['a word without quotes', good.replace('"json-file"', 'json-file'), 2, false],
    ['no closing brace', good.replace('  }\n}\n', '  }\n'), 6, false],
    ['no text at all', '', 1, false],
    ['a list', '[]', 1, false],
  ])('finds the line of %s', (_what, text, line, trailingComma) => {
    expect(readDaemonJson(text)).toMatchObject({ settings: undefined, fault: { line, trailingComma } });
  });
});
