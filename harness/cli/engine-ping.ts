import { readFile } from 'node:fs/promises';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { request as httpRequest } from '../node-http.ts';
import { engineUnreachable } from './connection-trouble.ts';
import type { EngineConnection } from './engine-connection.ts';
import { loginName } from './user.ts';

/** What an engine says of itself at `GET /version`. */
export interface EngineVersion {
  readonly Version: string;
  readonly ApiVersion: string;
  readonly Os: string;
  readonly Arch: string;
  readonly KernelVersion?: string;
  /** `Docker Engine - Community`, `Docker Desktop 4.40.0 (…)`, or an empty name. */
  readonly Platform?: { readonly Name?: string };
}

const deadlineMs = 5000;
const capBytes = 64 * 1024;

/**
 * Asks the engine for its version: the cheapest proof that it is there and that we may use it, without loading a
 * Docker library. Throws SandboxError `DOCKER_MISSING`, `DOCKER_NO_RIGHTS` or `DOCKER_SILENT`.
 */
export async function pingEngine(connection: EngineConnection, signal: AbortSignal): Promise<EngineVersion> {
  try {
    const text = await get(
      connection,
      '/version',
      AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    );
    return JSON.parse(text) as EngineVersion;
  } catch (thrown) {
    signal.throwIfAborted();
    throw engineUnreachable(connection, thrown, loginName());
  }
}

async function get(connection: EngineConnection, path: string, signal: AbortSignal): Promise<string> {
  const { socketPath, host, certFolder } = connection;
  const pem = async (name: string) => (certFolder ? await readFile(join(certFolder, name)) : undefined);
  const [ca, cert, key] = await Promise.all([pem('ca.pem'), pem('cert.pem'), pem('key.pem')]);
  return new Promise((resolve, reject) => {
    const asked =
      socketPath !== undefined
        ? httpRequest({ socketPath, path, signal, agent: false })
        : certFolder !== undefined || host.startsWith('https:')
          ? httpsRequest(new URL(path, host.replace(/^tcp:/, 'https:')), {
              ca,
              cert,
              key,
              signal,
              agent: false,
            })
          : httpRequest(new URL(path, host.replace(/^tcp:/, 'http:')), { signal, agent: false });
    asked.once('error', reject);
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > capBytes) response.destroy();
      });
      response.once('error', reject);
      response.once('close', () => resolve(text));
    });
    asked.end();
  });
}
