import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A socket that leads to the machine's engine, and takes some requests only to say nothing ever after. */
export interface HungEngine extends AsyncDisposable {
  /** As DOCKER_HOST is written. */
  readonly host: string;
}

/** Listens at the path. `hangs` is told the first line of each request: `POST /v1.41/containers/create?name= HTTP/1.1`. */
export async function hungEngine(
  socketPath: string,
  hangs: (request: string) => boolean,
): Promise<HungEngine> {
  const sockets = new Set<Socket>();
  const kept = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const engine = kept(connect({ path: '/var/run/docker.sock', allowHalfOpen: true }));
    let hung = false;
    // Clients of the engine send a request's head at once, and the next one after the answer.
    kept(client).on('data', (chunk: Buffer) => {
      const [, request = ''] =
        /^((?:GET|POST|PUT|HEAD|DELETE) [^\r]* HTTP\/1\.1)\r\n/.exec(chunk.toString('latin1')) ?? [];
      hung ||= request !== '' && hangs(request);
      if (!hung) engine.write(chunk);
    });
    client.on('end', () => engine.end());
    engine.on('data', (chunk: Buffer) => client.write(chunk)).on('end', () => client.end());
  });
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    host: `unix://${socketPath}`,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
