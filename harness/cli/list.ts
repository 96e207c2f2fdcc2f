import { styleText } from 'node:util';
import { type Assignment, discoverAssignments } from '../manifest/index.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { findCourse } from './course.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/** `drydock list`: the assignments in the course's order. */
export async function list(context: CommandContext, options: CommonOptions): Promise<ExitCode> {
  const course = await findCourse(options.course, context.cwd);
  const assignments = await discoverAssignments(course.assignments);
  await context.out.write(
    options.json ? asJson(assignments) : asTable(assignments, options, context.out.color),
  );
  return exitCode.graded;
}

function asJson(assignments: readonly Assignment[]): string {
  const rows = assignments.map(({ id, order, title, points, images, files }) => ({
    id,
    order,
    title,
    points,
    images,
    files: files.map(({ path, required }) => ({ path, required })),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** Slugs are ASCII and come first, so the columns stay straight under Korean titles. */
function asTable(assignments: readonly Assignment[], { lang }: CommonOptions, color: boolean): string {
  const width = Math.max(0, ...assignments.map(({ id }) => id.length));
  return assignments
    .map(({ id, points, title }) => {
      const slug = color ? styleText('cyan', id.padEnd(width), { validateStream: false }) : id.padEnd(width);
      const worth = lang === 'ko' ? `${points}점` : `${points} points`;
      return `${slug}  ${worth.padStart(lang === 'ko' ? 5 : 11)}  ${title[lang]}\n`;
    })
    .join('');
}
