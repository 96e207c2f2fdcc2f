import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { type AttemptRule, type LatePolicy, noPolicy, type Policy } from '../scoring/index.ts';
import { locatedFaults } from './located-file.ts';
import { type Fault, type LocatedJson, parseLocated } from './located-json.ts';

/** A course file, `drydock/course/v1`: what holds for all assignments, and what for one. */
export interface CoursePolicies {
  all: Policy;
  assignments: Readonly<Record<string, Policy>>;
}

/** The file as it is written, once the schema has accepted it. */
interface CourseFile extends Written {
  assignments?: Record<string, Written>;
}

interface Written {
  due?: string;
  late?: {
    none?: true;
    percentPerDay?: { percent: number; graceMinutes?: number; atMost?: number };
    cutOff?: { afterMinutes: number };
  };
  attempts?: AttemptRule;
}

/** What a course says about one assignment. */
export function policyFor({ all, assignments }: CoursePolicies, assignment: string): Policy {
  return Object.hasOwn(assignments, assignment) ? (assignments[assignment] ?? all) : all;
}

/**
 * Loads the course file that an instructor wrote.
 * @param known the course's assignments, where they are known: a policy for another is a slip
 * @throws UsageError `COURSE_FILE` with every mistake as `path:line:column: what is wrong`
 */
export async function loadPolicies(path: string, known?: readonly string[]): Promise<CoursePolicies> {
  const json = parseLocated(await textOf(path));
  const faults = locatedFaults(json, 'course', (sound) => courseFaults(sound, known));
  if (faults.length > 0) throw invalid(path, faults);
  const file = json.value as CourseFile;
  const all = policyOf(file, noPolicy);
  const own = Object.entries(file.assignments ?? {}).map(([id, written]) => [id, policyOf(written, all)]);
  return { all, assignments: Object.fromEntries(own) };
}

function policyOf({ due, late, attempts }: Written, outer: Policy): Policy {
  return { due: due ?? outer.due, late: lateOf(late) ?? outer.late, attempts: attempts ?? outer.attempts };
}

function lateOf(late: Written['late']): LatePolicy | undefined {
  if (late?.percentPerDay)
    return { kind: 'percentPerDay', graceMinutes: 0, atMost: 100, ...late.percentPerDay };
  if (late?.cutOff) return { kind: 'cutOff', ...late.cutOff };
  return late && { kind: 'none' };
}

function courseFaults(json: LocatedJson, known: readonly string[] | undefined): Fault[] {
  const file = json.value as CourseFile;
  const faults: Fault[] = [];
  const dues = Object.keys(file.assignments ?? {}).map((id) => ['assignments', id, 'due']);
  for (const path of [['due'], ...dues]) {
    const due = path.length === 1 ? file.due : file.assignments?.[path[1] ?? '']?.due;
    if (due === undefined || isDate(due)) continue;
    const text = {
      ko: `\`${path.join('.')}\` 항목의 "${due}" 값은 달력에 없는 날짜나 시각입니다.`,
      en: `\`${path.join('.')}\` is "${due}", a date or time that does not exist`,
    };
    faults.push({ ...json.positionOf(path), text });
  }
  for (const id of Object.keys(file.assignments ?? {})) {
    if (known === undefined || known.includes(id)) continue;
    const meant = nearestName(id, known);
    const text = {
      ko: `\`assignments.${id}\` 과제가 이 과정에 없습니다. ${meant ? `\`${meant}\` 과제를 쓰려던 것인가요?` : `있는 과제: ${known.join(', ')}`}`,
      en: `\`assignments.${id}\` is no assignment of this course; ${meant ? `did you mean \`${meant}\`?` : `it has: ${known.join(', ')}`}`,
    };
    faults.push({ ...json.positionOf(['assignments'], id), text });
  }
  return faults;
}

/** JavaScript takes 30 February for 2 March. */
function isDate(due: string): boolean {
  const day = new Date(`${due.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(due)) && day.toISOString().startsWith(due.slice(0, 10));
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: Error) => {
    throw new UsageError({
      code: 'COURSE_FILE_UNREADABLE',
      message: {
        ko: `\`${path}\` 과정 파일을 읽을 수 없습니다(${cause.message}).`,
        en: `The course file \`${path}\` cannot be read (${cause.message}).`,
      },
      hint: {
        ko: `\`ls -l ${path}\` 명령으로 확인하거나, 파일이 있는 곳을 \`--course-file\` 옵션으로 알려 주세요.`,
        en: `Look for it with \`ls -l ${path}\`, or say where it is: \`--course-file FILE\`.`,
      },
      cause,
    });
  });
}

function invalid(path: string, faults: readonly Fault[]): UsageError {
  const sorted = faults.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const lines = (locale: 'ko' | 'en') =>
    sorted.map(({ line, column, text }) => `${path}:${line}:${column}: ${text[locale]}`).join('\n');
  return new UsageError({
    code: 'COURSE_FILE',
    message: { ko: lines('ko'), en: lines('en') },
    hint: {
      ko: `\`${path}\` 파일의 ${sorted[0]?.line}번째 줄부터 고친 뒤 같은 명령을 실행하세요. 쓰는 법: \`docs/grading.md\``,
      en: `Start at line ${sorted[0]?.line} of \`${path}\`, then run the same command. How it is written: \`docs/grading.md\``,
    },
  });
}
