import type { SandboxError } from '../errors.ts';
import type { Assignment } from '../manifest/index.ts';
import { emptyEvidence, type Outcome, type Result, resultSchemaId } from '../result.ts';
import type { SubmissionFolder } from './submission-folder.ts';

/** Who and what is graded: the part of a result that is known before anything ran. */
export interface Subject {
  student: string;
  assignment: Assignment;
  graderVersion: string;
}

/** Why there is no score, or a zero, with the next step. */
export type Reason = NonNullable<Result['reason']>;

/** The part of every result that says who and what was graded. */
export function subjectOf(
  { student, assignment, graderVersion }: Subject,
  submissionHash: string | null,
  startedAt: Date,
): Pick<
  Result,
  | 'schema'
  | 'student'
  | 'assignment'
  | 'assignmentTitle'
  | 'script'
  | 'submissionHash'
  | 'graderVersion'
  | 'startedAt'
> {
  return {
    schema: resultSchemaId,
    student,
    assignment: assignment.id,
    assignmentTitle: assignment.title,
    script: assignment.script,
    submissionHash,
    graderVersion,
    startedAt: startedAt.toISOString(),
  };
}

/** A result for a submission that never ran, or whose run came to nothing. */
export function unrunResult(
  subject: Subject,
  outcome: Exclude<Outcome, 'graded'>,
  reason: Reason,
  submissionHash: string | null,
  startedAt: Date,
): Result {
  return {
    ...subjectOf(subject, submissionHash, startedAt),
    outcome,
    reason,
    score: outcome === 'error' ? null : 0,
    max: subject.assignment.points,
    checks: [],
    images: {},
    standIns: [],
    engineVersion: null,
    phases: { prepare: 0, boot: 0, replay: 0, checks: 0 },
    evidence: emptyEvidence(),
  };
}

/** Why the machine gave no score, and what to do. */
export function troubleReason({ code, text, hint }: SandboxError): Reason {
  return { code, message: { ko: `${text.ko} ${hint.ko}`, en: `${text.en} ${hint.en}` } };
}

/** Why nothing can be graded: the folder is not there, or empty. */
export function nothingHandedIn(folder: string, { script }: Assignment): Reason {
  return {
    code: 'SUBMISSION_MISSING',
    message: {
      ko: `\`${folder}\` 폴더에 제출한 파일이 없습니다. 입력한 명령을 \`${script}\` 파일로 저장하세요.`,
      en: `There is nothing handed in in \`${folder}\`. Save the commands you typed as \`${script}\`.`,
    },
  };
}

/** Why nothing can be replayed: the script is not among the files. */
export function noScript({ script }: Assignment, { files, skipped }: SubmissionFolder): Reason {
  const found = files
    .map(({ path }) => path)
    .slice(0, 5)
    .join(', ');
  if (skipped.includes(script)) {
    return {
      code: 'SCRIPT_NOT_A_FILE',
      message: {
        ko: `\`${script}\` 항목이 링크나 장치이고 일반 파일이 아닙니다. \`cp\` 로 내용을 담은 파일을 만들어 제출하세요.`,
        en: `\`${script}\` is a link or a device, not a regular file. Hand in a file with the commands in it (\`cp\` makes one).`,
      },
    };
  }
  return {
    code: 'SCRIPT_MISSING',
    message: {
      ko: `\`${script}\` 파일이 없습니다(찾은 파일: ${found}). 터미널에 입력한 명령을 \`${script}\` 파일로 저장하세요.`,
      en: `There is no \`${script}\` (found: ${found}). Save the commands you typed at the terminal as \`${script}\`.`,
    },
  };
}
