import { describe, expect, it } from 'vitest';
import { outputText } from './output.ts';

function frame(stream: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

describe('outputText', () => {
  it('joins the frames of stdout and stderr in order', () => {
    expect(outputText(Buffer.concat([frame(1, 'one\n'), frame(2, 'two\n'), frame(1, '셋\n')]), false)).toBe(
      'one\ntwo\n셋\n',
    );
  });

  it('puts a letter together that two frames share', () => {
    const [first, second] = [Buffer.from('한').subarray(0, 1), Buffer.from('한').subarray(1)];
    const raw = Buffer.concat([frame(1, ''), frame(1, '')]);
    raw.writeUInt32BE(1, 4);
    expect(outputText(Buffer.concat([raw.subarray(0, 8), first, headerOf(2), second]), false)).toBe('한');
  });

  it('takes a tty’s log as it is, with LF for CRLF', () => {
    expect(outputText(Buffer.from('a\r\nb\r\n'), true)).toBe('a\nb\n');
  });
});

function headerOf(length: number): Buffer {
  const header = Buffer.alloc(8);
  header[0] = 1;
  header.writeUInt32BE(length, 4);
  return header;
}
