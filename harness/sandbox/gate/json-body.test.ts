import { describe, expect, it } from 'vitest';
import { jsonDepth, parseJson, readJson } from './json-body.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('readJson', () => {
  it('reads no bytes as no value', () => {
    expect(readJson(Buffer.alloc(0))).toEqual({ value: undefined, refusal: null });
  });

  it.each([
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
    ['a broken sequence', Buffer.from([0x22, 0xc3, 0x22])],
    ['an overlong sequence', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['half a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('refuses bytes that are no UTF-8: %s', (_what, bytes) => {
    expect(readJson(bytes).refusal?.id).toBe('json-encoding');
  });

  it('keeps the last of duplicate keys', () => {
    expect(readJson(Buffer.from('{"a":1,"a":2}')).value).toEqual({ a: 2 });
  });
});

describe('parseJson', () => {
  it('takes documents as deep as clients send, and not deeper than its cap', () => {
    expect(parseJson(nested(jsonDepth)).refusal).toBeNull();
    expect(parseJson(nested(jsonDepth + 1)).refusal?.id).toBe('json-form');
    expect(parseJson(nested(100_000)).refusal).not.toBeNull();
  });

  it.each(['1e400', '9007199254740992', '0.1', '-1e30'])('refuses the number %s', (number) => {
    expect(parseJson(`{"a":${number}}`).refusal?.id).toBe('json-form');
  });

  it.each(['NaN', '01', "{'a':1}", '{"a":1,}', '//x\n1', ''])('refuses %j', (source) => {
    expect(parseJson(source).refusal?.id).toBe('json-syntax');
  });
});
