import { benchAttacks } from './bench.ts';
import { buildAttacks } from './builds.ts';
import { containerAttacks } from './container.ts';
import { deceptionAttacks } from './deceptions.ts';
import { exhaustionAttacks } from './exhaustion.ts';
import { fileAttacks } from './files.ts';
import { imageAttacks } from './images.ts';
import { mountAttacks } from './mounts.ts';
import { requestAttacks } from './requests.ts';
import { rightsAttacks } from './rights.ts';
import { smugglingAttacks } from './smuggling.ts';
import { syscallAttacks } from './syscalls.ts';

/** Every attack that runs in a sandbox, in the order in which they are run. */
export const attacks = [
  ...rightsAttacks,
  ...mountAttacks,
  ...requestAttacks,
  ...smugglingAttacks,
  ...benchAttacks,
  ...syscallAttacks,
  ...containerAttacks,
  ...buildAttacks,
  ...imageAttacks,
  ...fileAttacks,
  ...deceptionAttacks,
  ...exhaustionAttacks,
];
