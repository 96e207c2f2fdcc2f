import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { scaffold } from '../scaffold/index.ts';
import type { Text } from '../text.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { type Course, findCourse } from './course.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { badSlug, noGraderImports, taken } from './new-trouble.ts';

/** Options of `drydock new`. */
export interface NewOptions extends CommonOptions {
  /** English. */
  readonly title?: string;
  readonly titleKo?: string;
  readonly image: string;
}

const slugForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const slugCap = 40;

/** `drydock new`: an assignment with a grader that is proven already, for its author to make their own. */
export async function newAssignment(
  context: CommandContext,
  slug: string,
  options: NewOptions,
): Promise<ExitCode> {
  const course = await findCourse(options.course, context.cwd);
  if (!slugForm.test(slug) || slug.length > slugCap) throw badSlug(slug, slugCap);
  if (!resolvesHarness(course)) throw noGraderImports(course.root);
  for (const folder of [join(course.assignments, slug), join(course.graders, slug)])
    if (existsSync(folder)) throw taken(slug, folder);

  const { title = titleOf(slug), image } = options;
  const made = await scaffold({ slug, title: { en: title, ko: options.titleKo ?? title }, image }, course);
  const folders = made.folders.map((folder) => {
    const below = relative(context.cwd, folder);
    return below.startsWith('..') ? folder : below;
  });
  await context.out.write(
    options.json
      ? `${JSON.stringify({ assignment: slug, order: made.assignment.order, folders }, null, 2)}\n`
      : told(slug, folders, context.env.DRYDOCK_PROGRAM || 'drydock')[options.lang],
  );
  return exitCode.graded;
}

/**
 * Whether a grader of this course could import `#harness`: this is a checkout (a package has no TypeScript), and Node
 * finds a package.json with that import above the course.
 */
function resolvesHarness({ root }: Course): boolean {
  if (!import.meta.filename.endsWith('.ts')) return false;
  try {
    return createRequire(join(root, 'graders/any/grader.ts')).resolve('#harness') !== '';
  } catch {
    return false;
  }
}

/** `rotate-logs` is “Rotate logs”. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function told(slug: string, folders: readonly string[], program: string): Text {
  const [assignment, grader] = folders;
  return {
    ko: `새 과제를 만들었습니다.
  ${assignment}  학생이 보는 쪽: 과제 정의, 설명(한국어와 영어), 시작 파일
  ${grader}  교수자 쪽: 검사, 메시지, 모범 답안, 변형, 변이
다음:
  ${program} verify ${slug}   # 이미 통과하고, 아직 써야 할 것을 알려 줍니다
  npm run generate   # 채점표와 문서를 새로 만듭니다
  docs/authoring.md   # 한 시간 안에 과제를 완성하는 방법
`,
    en: `A new assignment is there.
  ${assignment}  what students see: manifest, statements in both languages, starter
  ${grader}  the staff's side: checks, messages, solution, variants, mutants
Next:
  ${program} verify ${slug}   # passes already, and tells what is left to write
  npm run generate   # brings rubric and documents up to date
  docs/authoring.md   # takes you through it in an hour
`,
  };
}
