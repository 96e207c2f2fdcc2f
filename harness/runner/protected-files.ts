import type { Starter } from '../authoring/index.ts';
import type { Assignment } from '../manifest/index.ts';
import type { Evidence } from '../result.ts';
import type { SubmissionFolder } from './submission-folder.ts';

/**
 * Remarks on protected files that are not as they were handed out: what stands in them decides nothing about the
 * grading, which takes its own copies, but whoever reads the result should know. Line ends do not count, and a file
 * that nobody has to hand in may be left out: what helps an editor is of no use to a grader.
 */
export async function protectedRemarks(
  { files }: Pick<Assignment, 'files'>,
  starter: Starter,
  submission: Pick<SubmissionFolder, 'files'>,
): Promise<Evidence['remarks']> {
  const remarks: Evidence['remarks'] = [];
  for (const { path, required } of files.filter((file) => file.protected)) {
    const own = submission.files.find((file) => file.path === path)?.bytes;
    const given = await starter.read(path);
    if (own === undefined && !required) continue;
    if (given !== undefined && own !== undefined && text(own) === text(given)) continue;
    remarks.push({
      code: 'protected-file',
      line: null,
      text:
        own === undefined
          ? {
              ko: `\`${path}\` 파일이 제출물에 없습니다. 받은 그대로 두어야 하는 파일입니다.`,
              en: `\`${path}\` is not in the submission; it was to be left as it was handed out.`,
            }
          : {
              ko: `\`${path}\` 파일이 받은 것과 다릅니다. 그대로 두어야 하는 파일이고, 채점에는 쓰이지 않습니다.`,
              en: `\`${path}\` differs from what was handed out; it was to be left alone, and grading does not use it.`,
            },
    });
  }
  return remarks;
}

function text(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\r\n', '\n');
}
