import type Dockerode from 'dockerode';
import type { Repositories } from './plan.ts';
import { engineReference, kitVersion } from './recipe.ts';

/** Where an image of the store came from. */
export type ImageSource = 'local' | 'registry' | 'kit';

/** An image of the golden store. */
export interface GoldenImage {
  /** `sha256:…` */
  id: string;
  /** True when the offline kit made it: a result graded on it says so. */
  standIn: boolean;
  source: ImageSource;
  /** The file names under `plan/` in the volume: `<slug>.tar` and `<slug>.layers`. */
  slug: string;
  /** Its part of repositories.json. */
  names: Repositories['Repositories'];
  sizeBytes: number;
  /** Of a stand-in: the recipe and the version it was made by. */
  kit?: { name: string; version: string };
}

/** Course images prepared once on a volume, from which fresh engines take them at the cost of a few bind mounts. */
export interface GoldenStore {
  volume: string;
  engineImage: string;
  engineVersion: string;
  images: Record<string, GoldenImage>;
}

/** Keeps stores apart on one daemon; tests use their own. */
export const defaultNamespace = 'store';

/** On volumes: the namespace. On the marker image: the store itself, as JSON in base64url. */
export const goldenLabel = 'drydock.golden';

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
    if (typeof value?.volume !== 'string' || typeof value.engineImage !== 'string' || !value.images)
      return undefined;
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

/**
 * The complete golden store, if it is there, made by the present recipes and holds all these images: three API
 * calls. Throws what dockerode throws when the daemon does not answer.
 */
export async function findGolden(
  docker: Dockerode,
  images: readonly string[],
  namespace: string = defaultNamespace,
): Promise<GoldenStore | undefined> {
  const [store, engine] = await Promise.all([
    markedStore(docker, namespace),
    present(docker.getImage(engineReference()).inspect()),
  ]);
  if (!store || !engine || store.engineImage !== engineReference()) return undefined;
  if (!images.every((reference) => isCurrent(store.images[reference]))) return undefined;
  return (await present(docker.getVolume(store.volume).inspect())) ? store : undefined;
}

/** Whether an image of the store may still be used: a stand-in must be of the present recipe. */
export function isCurrent(image: GoldenImage | undefined): image is GoldenImage {
  return image !== undefined && (!image.kit || image.kit.version === kitVersion(image.kit.name));
}

/** The answer, or undefined when the daemon says that the thing does not exist. */
export async function present<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}
