import { createHash } from 'node:crypto';

/** A layer as dockerd's overlay2 driver keeps it. */
export interface StoredLayer {
  /** Its key in the layer database: hexadecimal, without `sha256:`. */
  chainId: string;
  /** Its folder under `overlay2/`. */
  directory: string;
  /** The name of its short link under `overlay2/l/`. */
  link: string;
}

/** A reference as a file name: what is outside `[a-zA-Z0-9_.-]` becomes `_`. */
export function slugOf(reference: string): string {
  return reference.replace(/[^a-zA-Z0-9_.-]/g, '_');
}

/** A reference with its tag: `alpine` is `alpine:latest`; a digest stays as it is. */
export function withTag(reference: string): string {
  return /@|:[^/]+$/.test(reference) ? reference : `${reference}:latest`;
}

/**
 * The layer database's keys of an image, from its diff ids, base first: each is the SHA-256 of the one below,
 * a space and the diff id (OCI image specification, "Layer ChainID").
 */
export function chainIds(diffIds: readonly string[]): string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === undefined
        ? diffId
        : `sha256:${createHash('sha256').update(`${below} ${diffId}`).digest('hex')}`,
    );
  }
  return chain.map((id) => id.replace(/^sha256:/, ''));
}

/**
 * What a fresh data-root needs of an image besides its layers' contents, relative to the data-root. Paths that end
 * in `?` need not exist: dockerd writes `committed` and image metadata only in some cases.
 */
export function planPaths(imageId: string, layers: readonly StoredLayer[]): string[] {
  const image = imageId.replace(/^sha256:/, '');
  return [
    `image/overlay2/imagedb/content/sha256/${image}`,
    `image/overlay2/imagedb/metadata/sha256/${image}?`,
    ...layers.flatMap(({ chainId, directory, link }) => [
      `image/overlay2/layerdb/sha256/${chainId}`,
      `overlay2/l/${link}`,
      `overlay2/${directory}/link`,
      `overlay2/${directory}/lower?`,
      `overlay2/${directory}/committed?`,
    ]),
  ];
}

/** repositories.json of a data-root: repository, reference, image id. */
export interface Repositories {
  Repositories: Record<string, Record<string, string>>;
}

/** The names an image has in a data-root, for one wanted reference: that tag, and the digests it was pulled by. */
export function namesOf(all: Repositories, reference: string, imageId: string): Repositories['Repositories'] {
  const wanted = withTag(reference);
  for (const [repository, names] of Object.entries(all.Repositories)) {
    const own = Object.entries(names).filter(
      ([name, id]) => id === imageId && (name === wanted || name.includes('@')),
    );
    if (own.some(([name]) => name === wanted)) return { [repository]: Object.fromEntries(own) };
  }
  return {};
}

/** The repositories.json of an engine that may see these images and no others. */
export function repositoriesOf(images: readonly { names: Repositories['Repositories'] }[]): Repositories {
  const merged: Repositories['Repositories'] = {};
  for (const { names } of images) {
    for (const [repository, references] of Object.entries(names)) {
      merged[repository] = { ...merged[repository], ...references };
    }
  }
  return { Repositories: merged };
}
