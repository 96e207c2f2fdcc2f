/** `docker pull` of an image that the engine has: there is no registry to ask, and nothing that it could bring. */
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from '../../node-http.ts';
import type { Side } from './exchange.ts';
import type { RequestTarget } from './request-target.ts';

const lookMs = 5000;
const lookCap = 2 ** 20;
const name = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const tag = /^\w[\w.-]{0,127}$/;

/**
 * What docker says of a pull that finds nothing newer, as lines of JSON; undefined where the request is no pull of one
 * image by its tag, or where the engine does not have it, so that the engine's own answer is the right one.
 */
export async function upToDate(side: Side, { path, query }: RequestTarget): Promise<string | undefined> {
  if (path !== '/images/create') return undefined;
  const wanted = { name: familiar(query.get('fromImage') ?? ''), tag: query.get('tag') ?? '' };
  if (!name.test(wanted.name) || !tag.test(wanted.tag)) return undefined;
  const image = await inspected(side, `${wanted.name}:${wanted.tag}`).catch(() => undefined);
  if (image === undefined) return undefined;
  const repository = wanted.name.includes('/') ? wanted.name : `library/${wanted.name}`;
  return [
    { status: `Pulling from ${repository}`, id: wanted.tag },
    { status: `Digest: ${image.digest}` },
    { status: `Status: Image is up to date for ${wanted.name}:${wanted.tag}` },
  ]
    .map((line) => `${JSON.stringify(line)}\r\n`)
    .join('');
}

/** As people write it: Docker Hub's official images go without the hub's name and `library/`. */
function familiar(reference: string): string {
  return reference.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
}

/** The image's digest in its registry, and its id where none is known. Rejects when the engine does not answer. */
async function inspected(side: Side, reference: string): Promise<{ digest: string } | undefined> {
  const signal = AbortSignal.timeout(lookMs);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  httpRequest({ socketPath: side.enginePath, path: `/images/${reference}/json`, signal })
    .on('response', resolve)
    .on('error', reject)
    .end();
  const answer = await promise;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > lookCap) return undefined;
    chunks.push(chunk);
  }
  if (answer.statusCode !== 200) return undefined;
  const { Id, RepoDigests } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const [, digest = Id] = /@(sha256:[0-9a-f]{64})$/.exec(RepoDigests?.[0] ?? '') ?? [];
  return typeof digest === 'string' ? { digest } : undefined;
}
