export type { Progress } from './attempt.ts';
export { type GradeOptions, gradeSubmission } from './grade-submission.ts';
export { folderCaps, readSubmission, type SubmissionFolder } from './submission-folder.ts';
