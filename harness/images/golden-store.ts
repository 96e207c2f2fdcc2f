import type Dockerode from 'dockerode';
import { within } from '../deadline.ts';
import { markedStore } from './marker.ts';
import type { Repositories } from './plan.ts';
import { present } from './presence.ts';
import { buildVersion, engineReference, kitVersion } from './recipe.ts';

/** Where an image can be had from. */
export type ImageSource = 'local' | 'registry' | 'kit';

/** Where an image of the store came from: one of the sources, or a build on top of another image of the store. */
export type ImageOrigin = ImageSource | 'build';

/** An image of the golden store. */
export interface GoldenImage {
  /** `sha256:…` */
  id: string;
  /** True when the offline kit made it, or what it is built on: a result graded on it says so. */
  standIn: boolean;
  source: ImageOrigin;
  /** The file names under `plan/` in the volume: `<slug>.tar` and `<slug>.layers`. */
  slug: string;
  /** Its part of repositories.json. */
  names: Repositories['Repositories'];
  sizeBytes: number;
  /** The hosts that its package managers ask as it comes: what assignments with `packages` may reach. */
  mirrors?: string[];
  /** Of a stand-in: the recipe and the version it was made by. */
  kit?: { name: string; version: string };
  /** Of one that was built: the recipe, its version, and the image below it. */
  build?: { context: string; version: string; from: string; fromId: string };
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

const answerMs = 20_000;

/**
 * The complete golden store, if it is there, made by the present recipes and holds all these images: three API
 * calls. Throws what dockerode throws, and RangeError when the daemon does not answer in time.
 */
export function findGolden(
  docker: Dockerode,
  images: readonly string[],
  namespace: string = defaultNamespace,
): Promise<GoldenStore | undefined> {
  const late = () => new RangeError(`no answer within ${answerMs / 1000} s`);
  return within(answerMs, lookedFor(docker, images, namespace), late);
}

async function lookedFor(
  docker: Dockerode,
  images: readonly string[],
  namespace: string,
): Promise<GoldenStore | undefined> {
  const [store, engine] = await Promise.all([
    markedStore(docker, namespace),
    present(docker.getImage(engineReference()).inspect()),
  ]);
  if (!store || !engine || store.engineImage !== engineReference()) return undefined;
  if (!images.every((reference) => isCurrent(store.images, reference))) return undefined;
  return (await present(docker.getVolume(store.volume).inspect())) ? store : undefined;
}

/** Whether an image of a store may still be used: what we made must be of the present recipe, on the present base. */
export function isCurrent(images: GoldenStore['images'], reference: string): boolean {
  const image = images[reference];
  if (!image) return false;
  const { kit, build } = image;
  if (kit && kit.version !== kitVersion(kit.name)) return false;
  if (!build) return true;
  if (build.version !== buildVersion(build.context) || build.fromId !== images[build.from]?.id) return false;
  return isCurrent(images, build.from);
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
