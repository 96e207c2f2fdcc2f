import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../result.ts';
import { type Stored, safeName } from '../../store/index.ts';
import type { CommandContext } from '../command-context.ts';
import { OutputFile } from '../output-file.ts';
import { type FormatContext, type FormatName, loadFormats } from '../report/index.ts';
import type { GradeOptions } from './grade-options.ts';

/** A file that was written, for the last lines of the command. */
export interface Written {
  readonly what: FormatName;
  readonly path: string;
}

/** The reports of a whole class, by file name. */
const classFiles: Readonly<Record<string, FormatName>> = {
  'report.html': 'html',
  'grades.csv': 'grades',
  'junit.xml': 'junit',
  'summary.md': 'markdown',
};

/** Writes the class's reports into the results folder, and JUnit for each student below `junit/`. */
export async function writeClassFiles(
  { env }: CommandContext,
  folder: string,
  { results, roster }: Pick<Stored, 'results' | 'roster'>,
  { lang }: GradeOptions,
): Promise<Written[]> {
  const context: FormatContext = {
    ...{ locale: lang, env, columns: 80, color: false, groups: undefined, roster, bom: true },
    ...{ junitProfile: 'default', canvasIds: {} },
    scriptPath: ({ student, assignment, script }) => `${student}/${assignment}/${script}`,
  };
  const { formats } = await loadFormats();
  const written: Written[] = [];
  for (const [name, what] of Object.entries(classFiles)) {
    const text = formats[what](results, context);
    if (text === undefined) continue;
    const file = await OutputFile.open('--out', join(folder, name), folder);
    await file.write(text);
    written.push({ what, path: file.path });
  }
  const junit = join(folder, 'junit');
  await mkdir(junit, { recursive: true });
  for (const [student, own] of Map.groupBy(results, (result: Result) => result.student))
    await writeFile(join(junit, `${safeName(student)}.xml`), formats.junit(own, context));
  return [...written, { what: 'junit', path: junit }];
}
