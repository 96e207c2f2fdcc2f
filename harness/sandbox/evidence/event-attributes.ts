import type { RawEvent } from './event.ts';

/**
 * What dockerd itself says in an event's attributes (moby daemon/events.go, 26.1). Everything else there is a label,
 * which can be a megabyte long and comes with every event of its container.
 */
const facts = new Set([
  ...['image', 'name', 'exitCode', 'execDuration', 'execID', 'signal', 'oldName'],
  ...['comment', 'imageID', 'imageRef'],
  ...['container', 'type', 'driver', 'destination', 'propagation', 'read/write', 'reclaimed'],
]);
/** dockerd writes these two after it copied the labels, and the rest before. */
const beyondLabels = new Set(['image', 'name']);
const valueChars = 500;

/**
 * Takes an event's own attributes out of those that labels put there. dockerd lets a label win over a fact of the same
 * name: `--label exitCode=0` makes every end of that container look like a success. A container's first event tells its
 * labels; a fact that one of them hides is left out, as nobody can know it.
 */
export class EventAttributes {
  readonly #hidden = new Map<string, ReadonlySet<string>>();

  of({ Type, Action, Actor }: RawEvent): Record<string, string> {
    const id = `${Type} ${Actor?.ID}`;
    const given = Object.entries(Actor?.Attributes ?? {}).filter(([key]) =>
      Type === 'image' ? key === 'name' : facts.has(key),
    );
    if (Type === 'container' && Action === 'create' && !this.#hidden.has(id)) {
      const labels = given.map(([key]) => key).filter((key) => !beyondLabels.has(key));
      if (labels.length > 0) this.#hidden.set(id, new Set(labels));
    }
    const hidden = this.#hidden.get(id);
    return Object.fromEntries(
      given
        .filter(([key]) => !hidden?.has(key))
        .map(([key, value]) => [key, String(value).slice(0, valueChars)]),
    );
  }
}
