import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** Where a course lies: its student side and its staff side. */
export interface Course {
  readonly root: string;
  readonly assignments: string;
  readonly graders: string;
}

/**
 * The course of `--course DIR`, or else the one that comes with Drydock: the nearest folder above this file that holds
 * `assignments/`, which is the checkout or the installed package. Throws UsageError `COURSE_MISSING`.
 */
export async function findCourse(given: string | undefined, cwd: string): Promise<Course> {
  const root = given === undefined ? ownRoot() : resolve(cwd, given);
  const assignments = join(root, 'assignments');
  if (!(await stat(assignments).catch(() => undefined))?.isDirectory()) throw courseMissing(root);
  return { root, assignments, graders: join(root, 'graders') };
}

function ownRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'assignments')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function courseMissing(root: string): UsageError {
  return new UsageError({
    code: 'COURSE_MISSING',
    message: {
      ko: `\`${root}\` 폴더에 \`assignments\` 폴더가 없어 과제를 찾을 수 없습니다.`,
      en: `\`${root}\` has no folder \`assignments\`, so there is no course in it.`,
    },
    hint: {
      ko: '`--course DIR` 에는 `assignments/` 와 `graders/` 가 들어 있는 폴더를 주세요.',
      en: 'Give `--course DIR` a folder that holds `assignments/` and `graders/`.',
    },
  });
}
