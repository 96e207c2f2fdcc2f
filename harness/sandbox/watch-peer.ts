import type { Duplex } from 'node:stream';

const probeMs = 500;

/**
 * A client that closed its half (end of its stdin) and one that is gone look alike until something is written: on a Unix
 * socket of Linux an empty write fails with EPIPE once the peer has closed both halves, and does nothing before.
 */
export function watchPeer(socket: Duplex): void {
  const probe = setInterval(() => socket.write(Buffer.alloc(0)), probeMs);
  socket.once('finish', () => clearInterval(probe)).once('close', () => clearInterval(probe));
}
