import { editDistance } from '../edit-distance.ts';

/** What was found for a name that the exercise asks for. */
export interface Sought<T> {
  /** The thing of exactly this name. */
  exact?: T;
  /** Without an exact one: the thing that was most likely meant, and its name (of an unnamed image its short id). */
  near?: { name: string; thing: T };
  /** All names that the student gave. */
  names: string[];
}

/** What else may be on the daemon. */
export interface SoughtOptions {
  /** Other names that the exercise uses: none of them, and no slip of one, is taken for the wanted one. */
  besides?: readonly string[];
}

/** A thing with one of its names. */
export interface Named<T> {
  name: string;
  thing: T;
}

/** How many letters a name is from the wanted one; Infinity where nobody would take one for the other. */
export type Distance = (wanted: string, found: string) => number;

/** Finds a thing by its name, or by the nearest name that was given to one; of equally near ones the first. */
export function sought<T>(
  wanted: string,
  named: readonly Named<T>[],
  { besides = [], distance = nameDistance }: SoughtOptions & { distance?: Distance } = {},
): Sought<T> {
  const names = named.map(({ name }) => name);
  const exact = named.find(({ name }) => name === wanted);
  if (exact) return { exact: exact.thing, names };
  const near = candidates(wanted, named, besides, distance)
    .map((one) => ({ one, letters: distance(wanted, one.name) }))
    .filter(({ letters }) => letters < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.letters - other.letters)[0];
  return near ? { near: near.one, names } : { names };
}

/** The things that may be meant: none of another name of the exercise, nor of a name that is nearer to one. */
export function candidates<T>(
  wanted: string,
  named: readonly Named<T>[],
  besides: readonly string[],
  distance: Distance,
): Named<T>[] {
  const others = besides.filter((name) => name !== wanted);
  return named.filter(({ name }) => {
    const letters = distance(wanted, name);
    return others.every((other) => other !== name && distance(other, name) >= letters);
  });
}

/** Upper and lower case are one slip; a third of the letters may be wrong. */
export function nameDistance(wanted: string, found: string): number {
  const letters = editDistance(wanted.toLowerCase(), found.toLowerCase());
  return letters <= Math.max(1, Math.floor(wanted.length / 3)) ? letters : Number.POSITIVE_INFINITY;
}

/** The one thing that is there, under whatever names; undefined when there are none or several. */
export function only<T extends { id: string }>(named: readonly Named<T>[]): Named<T> | undefined {
  return new Set(named.map(({ thing }) => thing.id)).size === 1 ? named[0] : undefined;
}
