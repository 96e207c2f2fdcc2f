import type { Socket } from 'node:net';
import { watchPeer } from '../watch-peer.ts';
import type { Channel } from './channel.ts';

/** Joins a local connection with a channel: each end reaches the other side, whether a half of it or the whole. */
export function carry(socket: Socket, channel: Channel): void {
  socket.on('error', () => channel.destroy());
  socket.once('end', () => watchPeer(socket));
  channel.once('close', () => socket.destroySoon());
  socket.pipe(channel);
  channel.pipe(socket);
}
