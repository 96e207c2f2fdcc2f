import { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import type { GoldenStore } from './golden-store.ts';
import { present, removed } from './presence.ts';
import { follow } from './progress-stream.ts';

/** On volumes: the namespace. On the marker image: the store itself, as JSON in base64url. */
export const goldenLabel = 'drydock.golden';

const importLimits = { firstAnswerMs: 60_000, silenceMs: 60_000 };

/** The marker image's reference. It exists once its volume is complete, and moves to another volume in one step. */
export function markerReference(namespace: string): string {
  return `drydock/golden:${namespace}`;
}

/** A store as the value of a Docker label, where quotes, `$` and blanks would be read as syntax. */
export function encodeStore(store: GoldenStore): string {
  return Buffer.from(JSON.stringify(store)).toString('base64url');
}

/** The store a label tells of; undefined when the label is absent or is not ours. */
export function decodeStore(label: string | undefined): GoldenStore | undefined {
  if (!label) return undefined;
  try {
    const value = JSON.parse(Buffer.from(label, 'base64url').toString()) as Partial<GoldenStore> | null;
    if (typeof value?.volume !== 'string' || typeof value.engineImage !== 'string' || !value.images) {
      return undefined;
    }
    return value as GoldenStore;
  } catch {
    return undefined;
  }
}

/** The store the marker tells of, whether or not it is still whole. */
export async function markedStore(docker: Dockerode, namespace: string): Promise<GoldenStore | undefined> {
  const marker = await present(docker.getImage(markerReference(namespace)).inspect());
  return decodeStore(marker?.Config?.Labels?.[goldenLabel]);
}

/** Moves the marker, an image without contents, to this store: from here on it is the one that is found. */
export async function mark(docker: Dockerode, store: GoldenStore, namespace: string): Promise<void> {
  const old = await present(docker.getImage(markerReference(namespace)).inspect());
  const [repo, tag] = markerReference(namespace).split(':');
  const emptyTar = Readable.from([Buffer.alloc(10_240)]);
  const changes = ['LABEL drydock=golden', `LABEL ${goldenLabel}=${encodeStore(store)}`];
  await follow(docker, docker.importImage(emptyTar, { repo, tag, changes }), importLimits);
  if (old) await removed(docker.getImage(old.Id).remove());
}
