import { StringDecoder } from 'node:string_decoder';

const lineCap = 1024 * 1024;

const beginningChars = 4096;

/**
 * A listener for the chunks of a stream of JSON values, one a line; what is no JSON is passed over. Of a line longer
 * than 1 MiB `onLong` gets the beginning.
 */
export function jsonLines(
  onValue: (value: unknown) => void,
  onLong: (beginning: string) => void,
): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    // One character more than the cap stays, so that a long line is still known as one when its end comes.
    rest = (lines.pop() ?? '').slice(0, lineCap + 1);
    for (const line of lines) {
      if (line.length > lineCap) {
        onLong(line.slice(0, beginningChars));
        continue;
      }
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
