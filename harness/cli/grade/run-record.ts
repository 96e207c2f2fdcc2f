import { resolve } from 'node:path';
import type { Assignment } from '../../manifest/index.ts';
import { type RunRecord, runSchemaId } from '../../store/index.ts';
import type { ClassGrounds } from './class-grounds.ts';
import type { ClassAssignment } from './class-work.ts';
import type { GradeOptions } from './grade-options.ts';

/** What is written down of a run before it grades, for the reports and for whoever repeats it. */
export function runRecord(
  run: {
    dir: string;
    /** All assignments of the course: overrides may name any. */
    known: readonly Assignment[];
    assignments: readonly ClassAssignment[];
    grounds: ClassGrounds;
    startedAt: Date;
    cwd: string;
  },
  options: GradeOptions,
): RunRecord {
  const { dir, known, assignments, grounds, startedAt, cwd } = run;
  const { courseFile, overrides, roster, rosterColumns } = options;
  const { engineVersion, images } = grounds;
  const path = (given: string | undefined) => (given === undefined ? null : resolve(cwd, given));
  const references = [...new Set(assignments.flatMap(({ assignment }) => assignment.images))];
  const { assignment, student, force = false, onlyErrors = false, sentinelEvery, repositories } = options;
  return {
    schema: runSchemaId,
    submissions: dir,
    roster: roster === undefined ? null : { path: resolve(cwd, roster), columns: { ...rosterColumns } },
    course: path(courseFile),
    overrides: path(overrides),
    assignments: known.map(({ id, title, points, script }) => {
      return { id, title, points, script };
    }),
    startedAt: startedAt.toISOString(),
    endedAt: null,
    graderVersions: Object.fromEntries(
      assignments.map(({ assignment: { id }, loaded }) => [id, loaded.version]),
    ),
    engineVersion,
    images: Object.fromEntries(references.map((name) => [name, images[name] ?? ''])),
    counts: {},
    options: {
      ...{ assignment, student, force, onlyErrors, sentinelEvery },
      repositories: path(repositories),
      localRepositories: options.localRepositories ?? false,
      map: path(options.map),
    },
  };
}
