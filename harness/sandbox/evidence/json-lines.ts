import { StringDecoder } from 'node:string_decoder';

const lineCap = 1024 * 1024;

/** A listener for the chunks of a stream of JSON values, one a line; what is no JSON is passed over. */
export function jsonLines(onValue: (value: unknown) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = (lines.pop() ?? '').slice(0, lineCap);
    for (const line of lines) {
      const value = parsed(line);
      if (value !== undefined) onValue(value);
    }
  };
}

function parsed(line: string): unknown {
  try {
    return line.trim() === '' ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}
