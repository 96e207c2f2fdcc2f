import { registerHooks } from 'node:module';

/**
 * What Testcontainers 12 and dockerode 5 load at once for what Drydock never asks of them: Compose, copies into
 * containers, waiting for HTTP, port forwarding, engines over SSH (refused by `findEngine`), BuildKit sessions.
 */
export const leftOut: readonly string[] = [
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  'archiver',
  'docker-compose',
  'ssh-remote-port-forward',
  'ssh2',
  'undici',
];

const url = 'drydock:left-out';
const source =
  'module.exports = () => { throw new RangeError("Drydock leaves this library out: harness/cli/leave-out.ts"); };';

/**
 * From now on this process loads none of them: 0.1 s of a check's start, and a quarter of its own CPU. Has to be called
 * before the first library that requires one is loaded.
 */
export function leaveOutUnused(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      leftOut.includes(specifier)
        ? { url, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (wanted, context, next) =>
      wanted === url ? { format: 'commonjs', source, shortCircuit: true } : next(wanted, context),
  });
}
