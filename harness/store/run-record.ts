import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { schemaFaults } from '../manifest/index.ts';
import { writeAtomic } from './atomic-file.ts';
import type { KnownAssignment } from './known-course.ts';

export const runSchemaId = 'drydock/run/v1';

/** What a bulk run graded, with what, and what came of it; paths are absolute here. */
export interface RunRecord {
  schema: typeof runSchemaId;
  submissions: string;
  roster: { path: string; columns: Record<string, string> } | null;
  /** The file of policies. */
  course: string | null;
  overrides: string | null;
  assignments: KnownAssignment[];
  /** ISO 8601 in UTC. */
  startedAt: string;
  /** Null while it is under way, and after a run that was stopped. */
  endedAt: string | null;
  graderVersions: Record<string, string>;
  engineVersion: string | null;
  images: Record<string, string>;
  /** How many submissions came out how. */
  counts: Record<string, number>;
  /** What the command was told, for whoever repeats it. */
  options: Record<string, unknown>;
}

/** Writes `run.json`, atomically. Its paths are relative to the folder, so that results and class can move together. */
export async function writeRun(folder: string, run: RunRecord): Promise<void> {
  const written = withPaths(run, (path) => {
    const from = relative(resolve(folder), path);
    // Another drive of Windows has no relative path.
    return isAbsolute(from) ? from : from.split(sep).join('/') || '.';
  });
  await writeAtomic(fileIn(folder), `${JSON.stringify(written, null, 2)}\n`);
}

/**
 * What is known of the run that a results folder is of; undefined where there is no `run.json`.
 * @throws UsageError `RUN_FILE` for a file that is broken or of another version
 */
export async function readRun(folder: string): Promise<RunRecord | undefined> {
  const path = fileIn(folder);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw invalid(path, { ko: detail, en: detail }, cause);
  }
  if (!isRun(value)) {
    const texts = schemaFaults('run', value).map(({ text }) => text);
    const list = (locale: 'ko' | 'en') => texts.map((text) => text[locale]).join('\n  ');
    throw invalid(path, { ko: list('ko'), en: list('en') });
  }
  return withPaths(value, (written) => resolve(folder, written));
}

function isRun(value: unknown): value is RunRecord {
  return schemaFaults('run', value).length === 0;
}

function withPaths(run: RunRecord, change: (path: string) => string): RunRecord {
  const { submissions, roster, course, overrides } = run;
  return {
    ...run,
    submissions: change(submissions),
    roster: roster && { ...roster, path: change(roster.path) },
    course: course === null ? null : change(course),
    overrides: overrides === null ? null : change(overrides),
  };
}

function fileIn(folder: string): string {
  return join(folder, 'run.json');
}

function invalid(path: string, why: { ko: string; en: string }, cause?: unknown): UsageError {
  return new UsageError({
    code: 'RUN_FILE',
    message: {
      ko: `\`${path}\` 파일은 이 버전의 Drydock이 읽는 채점 기록이 아닙니다:\n  ${why.ko}`,
      en: `\`${path}\` is no record of a run that this version of Drydock reads:\n  ${why.en}`,
    },
    hint: {
      ko: `파일을 옮긴 뒤(\`mv ${path} ${path}.bad\`) 다시 실행하세요. 채점 결과는 그대로 있습니다.`,
      en: `Move it away (\`mv ${path} ${path}.bad\`) and run the command again. The results are not touched.`,
    },
    cause,
  });
}
