/** Every container and volume of Drydock carries it, so that leftovers can be counted and swept. */
export const ownLabel = 'drydock';

/** Names the sandbox a thing belongs to. */
export const runLabel = 'drydock.run';

/** `<pid>:<start time of that process>`, of the harness process that made it: a pid alone may be used again. */
export const ownerLabel = 'drydock.owner';

/** The labels of everything that belongs to one sandbox. */
export function sandboxLabels(run: string, owner: string): Record<string, string> {
  return { [ownLabel]: 'sandbox', [runLabel]: run, [ownerLabel]: owner };
}
