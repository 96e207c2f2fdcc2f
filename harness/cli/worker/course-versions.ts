import packageJson from '../../../package.json' with { type: 'json' };
import type { GoldenStore } from '../../images/index.ts';
import type { GradedAssignment, Versions } from '../../queue/index.ts';

/** The versions of all that decides about a score on this machine, for the whole course. */
export function courseVersions(
  golden: Pick<GoldenStore, 'images' | 'engineVersion'>,
  assignments: Iterable<GradedAssignment>,
): Versions {
  const all = [...assignments];
  const references = new Set(all.flatMap(({ assignment }) => assignment.images));
  return {
    ...courseOwn(all),
    images: Object.fromEntries(
      Object.entries(golden.images)
        .filter(([reference]) => references.has(reference))
        .map(([reference, { id }]) => [reference, id]),
    ),
    engine: golden.engineVersion,
  };
}

/** As much of them as a machine knows that has no engine. */
export function courseOwn(assignments: Iterable<GradedAssignment>): Pick<Versions, 'drydock' | 'graders'> {
  return {
    drydock: packageJson.version,
    graders: Object.fromEntries(
      [...assignments].map(({ assignment, graderVersion }) => [assignment.id, graderVersion]),
    ),
  };
}
