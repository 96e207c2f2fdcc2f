import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { renderAttackTable } from '../attack/index.ts';
import { importGrader } from '../authoring/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { renderPolicyTable } from '../sandbox/index.ts';
import { locales } from '../text.ts';
import { assignmentsPage } from './assignments-page.ts';
import { messagesPage } from './messages-page.ts';
import { rubric } from './rubric.ts';
import { withSection } from './section.ts';
import { writtenGraders } from './written-grader.ts';

/** A committed file that holds generated parts, as it is and as it should be. */
export interface GeneratedFile {
  /** Relative to the checkout. */
  path: string;
  current: string;
  wanted: string;
}

/** All files of a checkout with generated parts. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const graders = await writtenGraders(root);
  return [
    ...(await generatedStatements(root)),
    await securityPage(root),
    await wholePage(root, 'docs/assignments.md', assignmentsPage(graders)),
    await wholePage(root, 'docs/messages.md', messagesPage(graders)),
  ];
}

/** The statements of all assignments of a course, with the rubrics of their graders. */
export async function generatedStatements(root: string): Promise<GeneratedFile[]> {
  const assignments = await discoverAssignments(join(root, 'assignments'));
  const statements = assignments.flatMap(({ id, folder }) =>
    locales.map(async (locale) => {
      const file = join(folder, `statement.${locale}.md`);
      const { grader } = await importGrader(join(root, 'graders', id, 'grader.ts'));
      const current = await readFile(file, 'utf8');
      const wanted = withSection(current, 'rubric', rubric(grader, locale));
      return { path: relative(root, file), current, wanted };
    }),
  );
  return Promise.all(statements);
}

/** A page that holds nothing written by hand. */
async function wholePage(root: string, path: string, wanted: string): Promise<GeneratedFile> {
  return { path, wanted, current: await readFile(join(root, path), 'utf8').catch(() => '') };
}

/** The attacks and the gate's policy, as they are in the code. */
async function securityPage(root: string): Promise<GeneratedFile> {
  const path = 'docs/security.md';
  const current = await readFile(join(root, path), 'utf8');
  const attacks = withSection(current, 'attacks', `\n${renderAttackTable()}\n`);
  return { path, current, wanted: withSection(attacks, 'policy', `\n${renderPolicyTable()}`) };
}
