import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Starter } from '../authoring/index.ts';
import type { Assignment } from '../manifest/index.ts';

/** An assignment's starter, read from its own folder: its author is trusted, so paths are taken as they are. */
export function starterOf({ folder }: Pick<Assignment, 'folder'>): Starter {
  return {
    read: (path) =>
      readFile(join(folder, 'starter', path)).catch((thrown: NodeJS.ErrnoException) => {
        if (thrown.code === 'ENOENT') return undefined;
        throw thrown;
      }),
  };
}
