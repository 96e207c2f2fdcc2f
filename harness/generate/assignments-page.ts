import { gridMarks, killsOf, promisedGrid } from '../verify/index.ts';
import { generatedNote, table } from './markdown.ts';
import type { WrittenGrader } from './written-grader.ts';

/** `docs/assignments.md`: what each assignment checks, and which mistakes prove that it does. */
export function assignmentsPage(graders: readonly WrittenGrader[]): string {
  const overview = table(
    ['assignment', 'title', '제목', 'points', 'checks', 'variants', 'mutants'],
    ['---', '---', '---', '--:', '--:', '--:', '--:'],
    graders.map(({ assignment: { id, title, points }, grader, variants, mutants }) => [
      `[${id}](#${id})`,
      title.en,
      title.ko,
      points,
      grader.checks.length,
      variants,
      mutants.length,
    ]),
  );
  const intro = `# Assignments

${generatedNote}

What each check is worth, and how it is proven. A mutant is a submission with one mistake; its \`expect.json\` says which checks fail for it, and \`drydock verify\` grades all of them on real engines, as the tests do. *Failed by* is a check's kill rate: how many mutants fail it, of all.

${overview}
`;
  return [intro, ...graders.map(section)].join('\n');
}

function section({ assignment, grader, mutants, variants }: WrittenGrader): string {
  const { id, title, points, images } = assignment;
  const grid = promisedGrid(grader, mutants);
  const kills = killsOf(grid);
  const rate = (killed: number, all: number) => (all === 0 ? '' : ` (${Math.round((killed * 100) / all)} %)`);
  const checks = table(
    ['#', 'check', 'title', 'points', 'needs', 'failed by'],
    ['--:', '---', '---', '--:', '---', '---'],
    grader.checks.map((check, index) => [
      index + 1,
      `\`${check.id}\`${check.disturbs ? ' (disturbs)' : ''}${check.adds ? ' (adds)' : ''}`,
      check.title.en,
      check.points,
      Object.values(check.needs)
        .map((needed) => grader.checks.indexOf(needed) + 1)
        .join(', '),
      `${kills[index]?.killed ?? 0} of ${mutants.length}${rate(kills[index]?.killed ?? 0, mutants.length)}`,
    ]),
  );
  const matrix = table(
    ['mutant', ...grader.checks.map((_check, index) => `${index + 1}`), 'score', 'the mistake'],
    ['---', ...grader.checks.map(() => ':-:'), '--:', '---'],
    grid.rows.map(({ name, statuses, score }, index) => [
      `\`${name.replace('mutants/', '')}\``,
      ...statuses.map((status) => gridMarks[status]),
      score ?? '',
      mutants[index]?.why ?? '',
    ]),
  );
  return `## ${id}

**${title.en}** · ${title.ko} · ${points} points · images: ${images.map((image) => `\`${image}\``).join(', ') || 'none'} · ${variants} variants

${checks}

${gridMarks.passed} passed, ${gridMarks.failed} failed, ${gridMarks.blocked} blocked by a check that it needs.

${matrix}
`;
}
