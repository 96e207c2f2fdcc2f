import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Other projects' schemas, which are theirs to publish and no part of this repository: a folder beside the checkout may
 * hold them (`shared/schemas`), or the variable DRYDOCK_SCHEMAS names one. Undefined when the file is not there.
 */
export function foreignSchema(name: string): string | undefined {
  const beside = join(import.meta.dirname, '../../../shared/schemas');
  const file = join(process.env.DRYDOCK_SCHEMAS ?? beside, name);
  return existsSync(file) ? file : undefined;
}
