import type { IncomingMessage } from 'node:http';
import type Dockerode from 'dockerode';

/**
 * The daemon's version, from the header that every answer of a Docker daemon carries (`Server: Docker/26.1.5 (linux)`).
 * `/version` tells the same, but has dockerd start runc and docker-init first, for 10 ms. Rejects when it does not answer.
 */
export async function pingedVersion(docker: Dockerode): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    docker.modem.dial(
      { path: '/_ping', method: 'GET', isStream: true, statusCodes: { 200: true } },
      (error: unknown, response: unknown) => (error ? reject(error) : resolve(response as IncomingMessage)),
    ),
  );
  answer.resume();
  const [, version] = /^Docker\/(\S+)/.exec(String(answer.headers.server)) ?? [];
  return version ?? (await docker.version()).Version;
}
