import type { Daemon, Image } from '../docker/index.ts';
import { refersTo } from './image-reference.ts';
import { referenceDistance } from './reference-distance.ts';
import { candidates, only, type Sought, type SoughtOptions, sought } from './sought.ts';

type Given = Readonly<Record<string, Pick<Image, 'id'>>>;

/**
 * The image of a reference, or the one that was meant by it: the nearest reference, else the only image that the
 * student made, else (where the exercise asks for one image alone) the newest that got no name. What the sandbox began
 * with keeps its names and is never a mistyped one, unless the student gave it another.
 */
export async function soughtImage(
  docker: Daemon,
  given: Given,
  ref: string,
  options: SoughtOptions = {},
): Promise<Sought<Image>> {
  return imageAmong(await docker.images({ unnamed: true }), given, ref, options);
}

/** The same over these images, newest first. */
export function imageAmong<T extends Pick<Image, 'id' | 'tags'>>(
  images: readonly T[],
  given: Given,
  ref: string,
  { besides = [] }: SoughtOptions = {},
): Sought<T> {
  const made = images
    .flatMap((thing) => thing.tags.map((name) => ({ name, thing })))
    .filter(({ name }) => !(name in given));
  const { near, names } = sought(ref, made, { besides, distance: referenceDistance });
  const exact = images.find((image) => refersTo(ref, image));
  if (exact) return { exact, names };
  if (near) return { near, names };
  const others = besides.filter((name) => name !== ref && !(name in given));
  // Where another image of the exercise is missing as well, nobody knows which of them a strange name means.
  if (!others.every((name) => names.includes(name))) return { names };
  const own = (image: T) => Object.values(given).every(({ id }) => id !== image.id);
  const strangers = candidates(ref, made, besides, referenceDistance).filter(({ thing }) => own(thing));
  const unnamed = images.find((image) => image.tags.length === 0 && own(image));
  const newest = unnamed && made.length === 0 && others.length === 0 ? unnamed : undefined;
  const lone = only(strangers) ?? (newest && { name: shortId(newest), thing: newest });
  return lone ? { near: lone, names } : { names };
}

/** As `docker images` shows it. */
function shortId({ id }: Pick<Image, 'id'>): string {
  return id.replace('sha256:', '').slice(0, 12);
}
