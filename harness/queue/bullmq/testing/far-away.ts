import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server on this machine that takes as long as one to another continent. */
export class FarAway implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, delayMs: number) {
    this.#server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      const parts: [Socket, Socket][] = [
        [near, far],
        [far, near],
      ];
      for (const [from, to] of parts) {
        this.#sockets.add(from);
        from.on('data', (bytes) => setTimeout(() => to.write(bytes), delayMs));
        from.on('close', () => to.destroy()).on('error', () => undefined);
      }
    });
  }

  static async to(port: number, delayMs: number): Promise<FarAway> {
    const way = new FarAway(port, delayMs);
    await once(way.#server.listen(0, '127.0.0.1'), 'listening');
    return way;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
