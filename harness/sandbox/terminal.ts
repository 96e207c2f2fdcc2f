import type { Duplex } from 'node:stream';
import type { Terminal } from './replay/index.ts';

/** The stream attached to a container with a tty, as the terminal that the replay types into. */
export function terminalOf(stream: Duplex): Terminal {
  return {
    write: (data) => void stream.write(data),
    onData(listener) {
      stream.on('data', listener);
      return () => stream.off('data', listener);
    },
    closed: new Promise<void>((resolve) => {
      stream.once('close', () => resolve()).once('end', () => resolve());
      // A terminal that breaks has closed; what that means is for the replay to say.
      stream.on('error', () => resolve());
    }),
    close: () => stream.destroy(),
  };
}
