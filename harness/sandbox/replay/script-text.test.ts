import { describe, expect, test } from 'vitest';
import { scriptBytesLimit, scriptText } from './script-text.ts';

const bytes = (text: string) => Buffer.from(text);

describe('scriptText reads', () => {
  test.each([
    ['nothing', '', ''],
    ['a file without a last newline', 'docker ps', 'docker ps'],
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
    ['a byte order mark', '\uFEFF#!/bin/sh\r\nls', '#!/bin/sh\nls'],
    ['old Mac line ends', 'a\rb\r', 'a\nb'],
    ['tabs', '\tls\t-l\n', '\tls\t-l\n'],
    ['a carriage return inside a line', 'a\rb\nc\n', 'a\rb\nc\n'],
    ['Korean', 'echo 안녕\n', 'echo 안녕\n'],
  ])('%s', (_name, from, text) => {
    expect(scriptText(bytes(from))).toEqual({ kind: 'text', text, remarks: [] });
  });
});

describe('scriptText remarks on the shebang of', () => {
  test.each([
    ['#!/usr/bin/env python3\nprint(1)\n', 'python3'],
    ['#! /usr/bin/node\n', 'node'],
    ['#!/bin/zsh\nls\n', null],
    ['#!/usr/bin/env -S bash -e\nls\n', null],
    ['#!\n', null],
  ])('%j', (script, program) => {
    const read = scriptText(bytes(script));
    const remarks = read.kind === 'text' ? read.remarks : undefined;
    expect(remarks?.length).toBe(program === null ? 0 : 1);
    if (program !== null) expect(remarks?.[0]?.text.en).toContain(`\`${program}\``);
  });
});

describe('scriptText refuses', () => {
  test.each([
    ['more than the limit', Buffer.alloc(scriptBytesLimit + 1, 'a'), 'SCRIPT_TOO_BIG', '1048577 bytes'],
    ['little-endian UTF-16', Buffer.from('\uFEFFls\n', 'utf16le'), 'SCRIPT_UTF16', 'iconv'],
    ['a NUL byte', bytes('ls\nx\0y'), 'SCRIPT_BINARY', 'on line 2'],
    ['CP949', Buffer.from([0x6c, 0x73, 0x0a, 0x0a, 0x23, 0xb0, 0xa1, 0x0a]), 'SCRIPT_NOT_UTF8', 'Line 3'],
    ['half a character at the end', bytes('ls\n가').subarray(0, -1), 'SCRIPT_NOT_UTF8', 'Line 2'],
  ])('%s', (_name, from, code, words) => {
    const read = scriptText(from);
    expect(read).toMatchObject({ kind: 'refused', refusal: { code } });
    if (read.kind !== 'refused') return;
    expect(read.refusal.message.en).toContain(words);
    expect(read.refusal.message.ko).not.toMatch(/[{}]/);
  });

  test('nothing of exactly the limit', () => {
    expect(scriptText(Buffer.alloc(scriptBytesLimit, '\n')).kind).toBe('text');
  });
});
