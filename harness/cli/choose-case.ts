import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Assignment } from '../manifest/index.ts';
import { nearestName } from '../nearest-name.ts';
import { caseNames } from '../verify/index.ts';
import type { Course } from './course.ts';
import { unknownAssignment } from './folder-trouble.ts';

/** The assignments that a command of authors is about. Throws UsageError when none is chosen, or one is not there. */
export function chooseAssignments(
  assignments: readonly Assignment[],
  slugs: readonly string[],
  { all = false }: { all?: boolean },
): Assignment[] {
  const known = assignments.map(({ id }) => id);
  if (all) return [...assignments];
  if (slugs.length === 0) throw noneChosen(known);
  return [...new Set(slugs)].map((slug) => {
    const found = assignments.find(({ id }) => id === slug);
    if (!found) throw unknownAssignment(slug, nearestName(slug, known), known);
    return found;
  });
}

/**
 * The full name of the one case that was asked for, by its own name or with its kind before it; undefined for all
 * cases. Throws UsageError when there is no such case, or more than one.
 */
export async function chooseCase(
  course: Course,
  assignments: readonly Assignment[],
  asked: string | undefined,
): Promise<string[] | undefined> {
  if (asked === undefined) return undefined;
  const [assignment, ...others] = assignments;
  if (!assignment || others.length > 0) throw caseOfMany();
  const names = await caseNames(join(course.graders, assignment.id));
  const wanted = asked.replace(/\/$/, '');
  const found = names.filter((name) => name === wanted || name.split('/')[1] === wanted);
  if (found.length === 1) return found;
  const near = nearestName(
    wanted,
    names.flatMap((name) => [name, name.split('/')[1] ?? name]),
  );
  throw unknownCase(assignment.id, asked, found.length > 0 ? found : near ? [near] : names);
}

function noneChosen(known: readonly string[]): UsageError {
  const example = `drydock verify ${known[0] ?? 'my-assignment'}`;
  return new UsageError({
    code: 'NOTHING_CHOSEN',
    message: { ko: '어느 과제인지 알려 주지 않았습니다.', en: 'No assignment was named.' },
    hint: {
      ko: `\`${example}\` 또는 \`drydock verify --all\` 을 실행하세요. 있는 과제: ${known.join(', ')}.`,
      en: `Run \`${example}\` or \`drydock verify --all\`. There are: ${known.join(', ')}.`,
    },
  });
}

function caseOfMany(): UsageError {
  return new UsageError({
    code: 'CASE_OF_MANY',
    message: {
      ko: '`--case` 옵션은 과제 하나에만 쓸 수 있습니다.',
      en: '`--case` is about one assignment.',
    },
    hint: {
      ko: '`drydock verify 과제 --case 이름` 처럼 과제를 하나만 적으세요.',
      en: 'Name one: `drydock verify ASSIGNMENT --case NAME`.',
    },
  });
}

function unknownCase(slug: string, asked: string, meant: readonly string[]): UsageError {
  const listed = meant.map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'UNKNOWN_CASE',
    message: {
      ko: `\`${slug}\` 과제에서 \`${asked}\` 이름으로는 한 경우를 찾을 수 없습니다.`,
      en: `In \`${slug}\` the name \`${asked}\` means no single case.`,
    },
    hint: {
      ko: `이 이름을 쓰세요: ${listed}. \`ls graders/${slug}/mutants\` 로도 볼 수 있습니다.`,
      en: `Did you mean ${listed}? \`ls graders/${slug}/mutants\` lists the mutants.`,
    },
  });
}
