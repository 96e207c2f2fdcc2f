import { cellOf, csvRows } from './csv-rows.ts';
import { listTrouble } from './intake-trouble.ts';

const folderColumns = ['folder', 'repository', 'repo', 'student_repository_name', 'archive', 'file', 'name'];
const studentColumns = ['username', 'student', 'github_username', 'login', 'identifier', 'roster_identifier'];

/**
 * Whose a folder is, by an operator's word: folder to username.
 * @throws UsageError `SUBMISSIONS_CSV` when it is no such file, or gives one folder to two students
 */
export async function readFolderMap(path: string): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const row of await csvRows(path)) {
    const folder = cellOf(row, folderColumns);
    const student = cellOf(row, studentColumns);
    if (folder === undefined || student === undefined)
      throw listTrouble(row.at, { ko: '폴더나 학생이 없습니다.', en: 'A folder or a student is missing.' });
    const name = folder.replace(/\/+$/, '').normalize('NFC');
    if ((said.get(name) ?? student) !== student)
      throw listTrouble(row.at, {
        ko: `\`${folder}\` 폴더가 두 학생에게 주어졌습니다.`,
        en: `\`${folder}\` is given to two students.`,
      });
    said.set(name, student);
  }
  return said;
}
