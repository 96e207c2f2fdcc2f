import type { Container, Daemon, Image } from '../docker/index.ts';
import { candidates, nameDistance, only, type Sought, type SoughtOptions, sought } from './sought.ts';

/** What else may be on the daemon, and what tells the container when its name does not. */
export interface SoughtContainerOptions extends SoughtOptions {
  /** The image it has to be made from. */
  image?: Pick<Image, 'id'> | undefined;
}

/**
 * The container of a name, running or not, or the one that was meant by it: the nearest name, else, where `image` is
 * given, the only container that was made from this image (the only one that runs, when there are several).
 */
export async function soughtContainer(
  docker: Daemon,
  name: string,
  options: SoughtContainerOptions = {},
): Promise<Sought<Container>> {
  return containerAmong(await docker.containers(), name, options);
}

/** The same over these containers, newest first. */
export function containerAmong<T extends Pick<Container, 'id' | 'name' | 'imageId' | 'state'>>(
  containers: readonly T[],
  name: string,
  { besides = [], image }: SoughtContainerOptions = {},
): Sought<T> {
  const named = containers.map((thing) => ({ name: thing.name, thing }));
  const found = sought(name, named, { besides });
  const others = besides.filter((other) => other !== name);
  // Where another container of the exercise is missing as well, nobody knows which of them a strange name means.
  if (found.exact || found.near || !others.every((other) => found.names.includes(other))) return found;
  const strangers = candidates(name, named, besides, nameDistance).filter(
    ({ thing }) => thing.imageId === image?.id,
  );
  const near = only(strangers) ?? only(strangers.filter(({ thing }) => thing.state === 'running'));
  return near ? { ...found, near } : found;
}
