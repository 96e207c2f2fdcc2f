import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type GraderModule, graderFaults, importGrader } from '../authoring/index.ts';
import { GraderError } from '../errors.ts';
import { examplesName } from '../manifest/index.ts';
import type { Course } from './course.ts';

/** A grader that was proven sound, and the version that its results carry. */
export interface LoadedGrader extends GraderModule {
  /** Twelve hex digits over the grader's code, its manifest and starter, and Drydock's version: what can change a score. */
  readonly version: string;
}

const codeFile = /\.(ts|js|json)$/;

/**
 * Loads `graders/<slug>/grader.ts` (or its compiled form, in the published package) and checks it against the
 * manifest's points. Throws GraderError: GRADER_MISSING, GRADER_BROKEN or GRADER_FAULTY.
 */
export async function loadGrader(course: Course, slug: string, points: number): Promise<LoadedGrader> {
  const file = graderFile(course, slug);
  const [module, version] = await Promise.all([load(file, slug), graderVersion(course, slug)]);
  const { grader } = module;
  const faults = graderFaults(grader, points);
  if (grader.assignment !== slug) faults.unshift(`it says it grades ${JSON.stringify(grader.assignment)}`);
  if (faults.length > 0) throw faulty(file, faults);
  return { ...module, version };
}

/** Node strips types outside node_modules alone, so the published package carries compiled graders in `dist`. */
function graderFile(course: Course, slug: string): string {
  const candidates = [
    join(course.graders, slug, 'grader.ts'),
    join(course.graders, slug, 'grader.js'),
    join(course.root, 'dist/graders', slug, 'grader.js'),
  ];
  if (!import.meta.filename.endsWith('.ts')) candidates.reverse();
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) throw missing(join(course.graders, slug), slug);
  return found;
}

async function load(file: string, slug: string): Promise<GraderModule> {
  let module: GraderModule;
  try {
    module = await importGrader(file);
  } catch (cause) {
    throw broken(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const grader = module.grader as Partial<GraderModule['grader']> | undefined;
  if (typeof grader?.assignment !== 'string' || !Array.isArray(grader.checks))
    throw broken(file, `its default export is not defineGrader({ assignment: '${slug}', … })`, undefined);
  return module;
}

async function graderVersion(course: Course, slug: string): Promise<string> {
  const folder = join(course.graders, slug);
  const assignment = join(course.assignments, slug);
  const [code, given] = await Promise.all([namesIn(folder), namesIn(join(assignment, 'starter'))]);
  const files = [
    ...code.filter((name) => codeFile.test(name) && name !== examplesName).map((name) => join(folder, name)),
    join(assignment, 'assignment.json'),
    // A schema that answers are graded by lies in the starter.
    ...given.map((name) => join(assignment, 'starter', name)),
  ];
  const hash = createHash('sha256').update(`${packageJson.version}\n`);
  for (const content of await Promise.all(files.map((path) => readFile(path).catch(() => Buffer.alloc(0)))))
    hash.update(`${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 12);
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

function missing(folder: string, slug: string): GraderError {
  return new GraderError({
    code: 'GRADER_MISSING',
    message: { ko: `\`${slug}\` 과제의 채점기가 없습니다.`, en: `The assignment \`${slug}\` has no grader.` },
    hint: { ko: `\`${folder}/grader.ts\` 파일을 만드세요.`, en: `Write \`${folder}/grader.ts\`.` },
  });
}

function broken(file: string, detail: string, cause: unknown): GraderError {
  return new GraderError({
    code: 'GRADER_BROKEN',
    message: {
      ko: `채점기 \`${file}\` 파일을 불러오지 못했습니다: ${detail}`,
      en: `The grader \`${file}\` cannot be loaded: ${detail}`,
    },
    hint: {
      ko: `\`node --check ${file}\` 와 \`npx tsc --noEmit\` 로 확인하세요.`,
      en: `Check it with \`node --check ${file}\` and \`npx tsc --noEmit\`.`,
    },
    cause,
  });
}

function faulty(file: string, faults: readonly string[]): GraderError {
  const listed = faults.join('; ');
  return new GraderError({
    code: 'GRADER_FAULTY',
    message: {
      ko: `채점기 \`${file}\` 에 잘못이 있습니다: ${listed}`,
      en: `The grader \`${file}\` is not sound: ${listed}`,
    },
    hint: {
      ko: '채점기를 고친 뒤 `npx tsc --noEmit` 로 확인하세요.',
      en: 'Mend the grader and check it with `npx tsc --noEmit`.',
    },
  });
}
