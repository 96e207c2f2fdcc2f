import { relative } from 'node:path';
import type { RunRecord } from '../../store/index.ts';
import type { Text } from '../../text.ts';
import type { GradeOptions } from './grade-options.ts';

/**
 * The options of a run into a folder that an earlier run has made: what is not said is as it was then, so that no
 * override and no policy is lost by a shorter command. An empty value takes one away.
 */
export function asBefore(options: GradeOptions, before: RunRecord | undefined): GradeOptions {
  const { roster, rosterColumns, courseFile, overrides, ...rest } = options;
  const file = (given: string | undefined, was: string | null | undefined) =>
    (given ?? was ?? undefined) || undefined;
  const [list, policies, words] = [
    file(roster, before?.roster?.path),
    file(courseFile, before?.course),
    file(overrides, before?.overrides),
  ];
  return {
    ...rest,
    rosterColumns: roster === undefined && before?.roster ? before.roster.columns : rosterColumns,
    ...(list === undefined ? {} : { roster: list }),
    ...(policies === undefined ? {} : { courseFile: policies }),
    ...(words === undefined ? {} : { overrides: words }),
  };
}

/** What was taken from the earlier run, for people; undefined when nothing was. */
export function saidBefore(given: GradeOptions, taken: GradeOptions, cwd: string): Text | undefined {
  const names = [
    ['--roster', given.roster, taken.roster],
    ['--course-file', given.courseFile, taken.courseFile],
    ['--overrides', given.overrides, taken.overrides],
  ] as const;
  const list = names
    .filter(([, asked, used]) => asked === undefined && used !== undefined)
    .map(([option, , used]) => `${option} ${relative(cwd, used ?? '')}`);
  if (list.length === 0) return undefined;
  return { ko: `지난 실행과 같이: ${list.join(' ')}`, en: `As in the last run: ${list.join(' ')}` };
}
