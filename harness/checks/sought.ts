import type { Container, Daemon, Image } from '../docker/index.ts';
import { nearestName } from '../nearest-name.ts';

/** What was found for a name that the exercise asks for. */
export interface Sought<T> {
  /** The thing of exactly this name. */
  exact?: T;
  /** Without an exact one: the thing whose name was most likely meant, and that name. */
  near?: { name: string; thing: T };
  /** All names that the student gave. */
  names: string[];
}

/** What else may be on the daemon. */
export interface SoughtOptions {
  /** Other names that the exercise uses: none of them is a slip of the pen. */
  besides?: readonly string[];
}

/** Finds a thing by its name, or by the nearest name that was given to one. */
export function sought<T>(
  wanted: string,
  named: readonly { name: string; thing: T }[],
  { besides = [] }: SoughtOptions = {},
): Sought<T> {
  const names = named.map(({ name }) => name);
  const exact = named.find(({ name }) => name === wanted);
  if (exact) return { exact: exact.thing, names };
  const others = names.filter((name) => !besides.includes(name));
  const nearest = nearestName(wanted, others);
  const near = named.find(({ name }) => name === nearest);
  return near ? { near, names } : { names };
}

/**
 * The image of a reference, or the one whose reference was mistyped. What the sandbox began with keeps its names and
 * is never a mistyped one, unless the student gave it another.
 */
export async function soughtImage(
  docker: Daemon,
  given: Readonly<Record<string, Image>>,
  ref: string,
  options: SoughtOptions = {},
): Promise<Sought<Image>> {
  const [exact, images] = await Promise.all([docker.image(ref), docker.images()]);
  const named = images.flatMap((thing) => thing.tags.map((name) => ({ name, thing })));
  const made = named.filter(({ name }) => !(name in given));
  const { near, names } = sought(ref, made, options);
  if (exact) return { exact, names };
  return near ? { near, names } : { names };
}

/** The container of a name, running or not, or the one whose name was mistyped. */
export async function soughtContainer(
  docker: Daemon,
  name: string,
  options: SoughtOptions = {},
): Promise<Sought<Container>> {
  const containers = await docker.containers();
  return sought(
    name,
    containers.map((thing) => ({ name: thing.name, thing })),
    options,
  );
}
