import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { csvText } from '../csv-text.ts';
import { UsageError } from '../errors.ts';
import type { Student } from '../result.ts';
import { type RosterColumns, readRoster } from '../roster/index.ts';

/** The students of `--roster FILE`; undefined without one. Throws UsageError. */
export async function readRosterFile(
  path: string | undefined,
  columns: RosterColumns,
  cwd: string,
): Promise<Student[] | undefined> {
  if (path === undefined) return undefined;
  const csv = await readFile(resolve(cwd, path)).catch((cause) => {
    throw new UsageError({
      code: 'ROSTER_FILE',
      message: {
        ko: `\`${path}\` 명단을 읽을 수 없습니다.`,
        en: `The roster \`${path}\` cannot be read.`,
      },
      hint: { ko: `\`ls -l ${path}\` 로 파일을 확인하세요.`, en: `Look for the file: \`ls -l ${path}\`` },
      cause,
    });
  });
  return readRoster(csvText(csv), path, columns);
}
