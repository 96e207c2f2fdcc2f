import { type CoursePolicies, policyFor } from '../manifest/index.ts';
import { nearestName } from '../nearest-name.ts';
import type { Result } from '../result.ts';
import { adjust, noPolicy } from '../scoring/index.ts';
import {
  assignmentsOf,
  type KnownAssignment,
  type KnownCourse,
  neverHandedIn,
  studentFinder,
} from './known-course.ts';
import { type OverrideFault, type Overrides, overridesInvalid, type WrittenOverride } from './overrides.ts';
import { sameName } from './safe-name.ts';

/** What makes final scores of graded ones. */
export interface Adjusting {
  policies?: CoursePolicies | undefined;
  overrides?: Overrides | undefined;
  /** Whom and what an override may name, besides those who have results. */
  known?: KnownCourse | undefined;
  /** The gradings that are known to be the latest of theirs. Else clocks tell, which differ between workers' machines. */
  latest?: ReadonlySet<Result>;
}

/**
 * The result that counts of each student and assignment, with its final score: attempts, late policies and overrides,
 * in that order. Takes all gradings, in any order; results that are adjusted already count as they are.
 * @throws UsageError `OVERRIDES` with the lines that name nobody, nothing, too many points, or the same thing twice
 */
export function adjusted(
  gradings: readonly Result[],
  { policies, overrides, known, latest = new Set() }: Adjusting,
): Result[] {
  const groups = [...Map.groupBy(gradings, nameOf).values()].map((group) =>
    group.toSorted(
      (one, other) =>
        Number(latest.has(one)) - Number(latest.has(other)) ||
        Date.parse(one.startedAt) - Date.parse(other.startedAt),
    ),
  );
  const current = groups.flatMap((group) => group.slice(-1));
  const assignments = assignmentsOf(current, known?.assignments ?? []);
  const students = current.map(({ student }) => sameName(student));
  const find = studentFinder(students, known?.students ?? []);
  const byName = overridesByName(overrides, { find, students, assignments });
  const counted = groups.flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const override = byName.get(nameOf(last));
    byName.delete(nameOf(last));
    // What was adjusted when it was written would else be late twice.
    if (last.adjustments !== undefined) return [adjust(last, { policy: noPolicy, override })];
    const policy = policies ? policyFor(policies, last.assignment) : noPolicy;
    return [adjust(last, { earlier: group.slice(0, -1), policy, override })];
  });
  const given = [...byName.values()].flatMap((override) => {
    const assignment = assignments.find(({ id }) => id === override.assignment);
    return assignment
      ? [adjust(neverHandedIn(override.student, assignment), { policy: noPolicy, override })]
      : [];
  });
  return [...counted, ...given];
}

function overridesByName(
  overrides: Overrides | undefined,
  course: {
    find: (name: string) => string | undefined;
    students: readonly string[];
    assignments: readonly KnownAssignment[];
  },
): Map<string, WrittenOverride> {
  const byName = new Map<string, WrittenOverride>();
  if (overrides === undefined) return byName;
  const faults: OverrideFault[] = [];
  const ids = course.assignments.map(({ id }) => id);
  for (const { student: written, ...rest } of overrides.all) {
    const { line, assignment, score } = rest;
    const student = course.find(written);
    const points = course.assignments.find(({ id }) => id === assignment)?.points;
    if (student === undefined) faults.push({ line, text: unknown('student', written, course.students) });
    if (points === undefined) faults.push({ line, text: unknown('assignment', assignment, ids) });
    if (points !== undefined && score > points) faults.push({ line, text: tooMany(score, points) });
    const override = { student: student ?? written, ...rest };
    const before = byName.get(nameOf(override));
    if (before) faults.push({ line, text: again(before.line) });
    byName.set(nameOf(override), override);
  }
  if (faults.length > 0) throw overridesInvalid(overrides.path, faults);
  return byName;
}

function nameOf({ student, assignment }: Pick<Result, 'student' | 'assignment'>): string {
  return `${assignment}\n${sameName(student)}`;
}

function unknown(column: string, name: string, known: readonly string[]) {
  const meant = nearestName(name, known);
  const [ko, en] = meant ? [` "${meant}" 값을 쓰려던 것인가요?`, `; did you mean "${meant}"?`] : ['', ''];
  return {
    ko: `\`${column}\` 칸의 "${name}" 값은 결과에도 명단에도 없습니다.${ko}`,
    en: `\`${column}\` is "${name}", which neither the results nor the course have${en}`,
  };
}

function tooMany(score: number, points: number) {
  return {
    ko: `\`score\` 칸의 ${score} 값이 만점 ${points}점보다 큽니다.`,
    en: `\`score\` is ${score}, and the assignment has ${points} points`,
  };
}

function again(line: number) {
  return {
    ko: `${line}번째 줄에서 이미 고친 점수입니다. 한 줄만 남기세요.`,
    en: `line ${line} overrides the same score already; keep one of them`,
  };
}
