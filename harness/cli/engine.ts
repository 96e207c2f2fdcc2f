import type Dockerode from 'dockerode';
import { type EngineConnection, engineEnvironment, findEngine } from './engine-connection.ts';
import { type EngineVersion, pingEngine } from './engine-ping.ts';
import type { Environment } from './output.ts';

/** The engine that carries the sandboxes, proven to answer. */
export interface Engine {
  readonly docker: Dockerode;
  readonly connection: EngineConnection;
  readonly version: EngineVersion;
}

/**
 * Finds the engine, and loads dockerode (0.1 s) while it answers. Points this process's Docker libraries at it.
 * Throws UsageError or SandboxError when there is none to use.
 */
export async function reachEngine(env: Environment, signal: AbortSignal): Promise<Engine> {
  const connection = await findEngine(env);
  Object.assign(process.env, engineEnvironment(connection));
  const library = import('dockerode');
  // A failed ping is thrown first; the library's own failure must not go unhandled meanwhile.
  library.catch(() => undefined);
  const version = await pingEngine(connection, signal);
  const { default: Docker } = await library;
  return { docker: new Docker(), connection, version };
}
