import type Dockerode from 'dockerode';

/** A line of the docker service's log. */
export interface JournalLine {
  at: Date;
  text: string;
}

const tailLines = 1000;
const headerBytes = 8;
/** What the engine's own parts say beside dockerd. */
const ownWords = /^(drydock-engine:|\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d socat\[)/;

/** What an engine's dockerd said last, oldest first. Empty when the outer daemon does not answer. */
export async function journalOf(outer: Dockerode, engineId: string): Promise<JournalLine[]> {
  const bytes = await outer
    .getContainer(engineId)
    .logs({ stdout: true, stderr: true, timestamps: true, tail: tailLines })
    .catch(() => Buffer.alloc(0));
  return framesOf(bytes).flatMap((line) => {
    const [stamp = '', ...words] = line.split(' ');
    const [at, text] = [new Date(stamp), words.join(' ').trimEnd()];
    return Number.isNaN(at.getTime()) || text === '' || ownWords.test(text) ? [] : [{ at, text }];
  });
}

/** The lines in an answer of `GET /containers/{id}/logs` of a container without a tty: a frame is a line or a part of one. */
function framesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const end = at + headerBytes + bytes.readUInt32BE(at + 4);
    lines.push(bytes.subarray(at + headerBytes, end).toString('utf8'));
    at = end;
  }
  return lines;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Lines as journalctl shows them: `Nov 23 21:50:04 engine dockerd[42]: …`. */
export function journalText(lines: readonly JournalLine[], pid: number): string {
  return lines
    .map(({ at, text }) => {
      const day = `${months[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2, '0')}`;
      return `${day} ${at.toISOString().slice(11, 19)} engine dockerd[${pid}]: ${text}\n`;
    })
    .join('');
}
