import type Dockerode from 'dockerode';
import { markedStore } from './marker.ts';
import type { Repositories } from './plan.ts';
import { present } from './presence.ts';
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
  /** The hosts that its package managers ask as it comes: what assignments with `packages` may reach. */
  mirrors?: string[];
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

/** What a store takes on the disk, in bytes: the engine's image, and the course's images as their engine counts them. */
export async function goldenSizes(
  docker: Dockerode,
  store: GoldenStore,
): Promise<{ engine: number; images: number }> {
  const engine = await present(docker.getImage(store.engineImage).inspect());
  const images = Object.values(store.images).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { engine: engine?.Size ?? 0, images };
}
