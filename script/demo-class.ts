/** The sample class: invented students, each with a submission that the grader's author wrote down as typical. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const slug = 'build-noderun';

/** Student, and the folder of the grader whose files differ from the solution's. */
const handedIn: readonly (readonly [student: string, example: string])[] = [
  ['강서연', 'solution'],
  ['김도윤', 'variants/retries'],
  ['박지우', 'mutants/no-tini'],
  ['윤하준', 'mutants/other-port'],
  ['이서준', 'variants/copy-all'],
  ['정예린', 'mutants/no-container'],
  ['최민서', 'mutants/fixed-hostname'],
  ['한지호', 'mutants/wrong-tag'],
];

/** One student's folder, as it would be handed in. */
export interface Student {
  readonly name: string;
  readonly folder: string;
}

/** Writes the class into `target`, one folder per student with the assignment's folder in it. */
export async function layOutClass(graders: string, target: string): Promise<Student[]> {
  return Promise.all(
    handedIn.map(async ([name, example]) => {
      const folder = join(target, name);
      const submission = join(folder, slug);
      await mkdir(submission, { recursive: true });
      await cp(join(graders, slug, 'solution'), submission, { recursive: true });
      await cp(join(graders, slug, example), submission, { recursive: true });
      await rm(join(submission, 'expect.json'), { force: true });
      return { name, folder };
    }),
  );
}
