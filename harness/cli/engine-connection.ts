import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contextMissing, contextUnreadable, hostUnusable } from './connection-trouble.ts';
import type { Environment } from './output.ts';
import { homeFolder } from './user.ts';

/** How the Docker engine that carries the sandboxes is reached. */
export interface EngineConnection {
  /** As DOCKER_HOST is written: `unix:///var/run/docker.sock`, `tcp://host:2376`. */
  readonly host: string;
  /** What said so: `DOCKER_HOST`, `docker context NAME`, or `default`. */
  readonly from: string;
  /** Set for `unix://`. */
  readonly socketPath: string | undefined;
  /** Folder with ca.pem, cert.pem and key.pem, when the engine asks for TLS. */
  readonly certFolder: string | undefined;
}

const defaultSocket = '/var/run/docker.sock';

/**
 * Finds the engine as the docker command does (docker 28): DOCKER_HOST, else the context of DOCKER_CONTEXT, else the
 * current context of config.json, else the default socket; where that is absent, a rootless engine's or Docker
 * Desktop's. Asks nothing of the engine. Throws UsageError for a context or an address that cannot be right.
 */
export async function findEngine(env: Environment): Promise<EngineConnection> {
  const certs = env.DOCKER_TLS_VERIFY ? (env.DOCKER_CERT_PATH ?? configFolder(env)) : undefined;
  if (env.DOCKER_HOST) return connectionTo(env.DOCKER_HOST, 'DOCKER_HOST', certs);
  const context = env.DOCKER_CONTEXT || (await currentContext(env));
  if (context && context !== 'default') return contextConnection(context, env);
  const socket = [defaultSocket, ...personalSockets(env)].find((path) => existsSync(path)) ?? defaultSocket;
  return connectionTo(`unix://${socket}`, 'default', undefined);
}

/**
 * The environment in which every Docker library of this process reaches the same engine: dockerode and
 * Testcontainers read these variables and know nothing of contexts.
 */
export function engineEnvironment({ host, certFolder }: EngineConnection): Record<string, string> {
  return {
    DOCKER_HOST: host,
    ...(certFolder === undefined ? {} : { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certFolder }),
  };
}

function connectionTo(host: string, from: string, certFolder: string | undefined): EngineConnection {
  const written = /^[a-z]+:\/\//.test(host) ? host : `tcp://${host}`;
  if (written.startsWith('unix://')) {
    const socketPath = written.slice('unix://'.length) || defaultSocket;
    return { host: `unix://${socketPath}`, from, socketPath, certFolder: undefined };
  }
  if (!/^(tcp|https?):\/\//.test(written) || !URL.canParse(written)) throw hostUnusable(host, from);
  return { host: written, from, socketPath: undefined, certFolder };
}

function configFolder(env: Environment): string {
  return env.DOCKER_CONFIG || join(homeFolder(env), '.docker');
}

function personalSockets(env: Environment): string[] {
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(homeFolder(env), '.docker/run/docker.sock'),
  ];
}

async function currentContext(env: Environment): Promise<string | undefined> {
  const file = join(configFolder(env), 'config.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return (JSON.parse(text) as { currentContext?: string }).currentContext;
  } catch (thrown) {
    throw contextUnreadable(file, thrown);
  }
}

/** A context lives in a folder named after the SHA-256 of its name. */
async function contextConnection(name: string, env: Environment): Promise<EngineConnection> {
  const folder = join(configFolder(env), 'contexts');
  const id = createHash('sha256').update(name).digest('hex');
  const file = join(folder, 'meta', id, 'meta.json');
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    throw contextMissing(name, thrown);
  });
  let host: unknown;
  try {
    host = (JSON.parse(text) as { Endpoints?: { docker?: { Host?: unknown } } }).Endpoints?.docker?.Host;
  } catch (thrown) {
    throw contextUnreadable(file, thrown);
  }
  if (typeof host !== 'string') throw contextUnreadable(file, undefined);
  const certFolder = join(folder, 'tls', id, 'docker');
  return connectionTo(host, `docker context ${name}`, existsSync(certFolder) ? certFolder : undefined);
}
