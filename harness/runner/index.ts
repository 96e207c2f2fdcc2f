export type { Progress } from './attempt.ts';
export { type GradeOptions, gradeSubmission } from './grade-submission.ts';
export { type HarnessText, harnessTexts } from './harness-texts.ts';
export { nothingHandedIn, unrunResult } from './refusals.ts';
export { type SandboxChoice, startSandbox } from './start-sandbox.ts';
export { folderCaps, readSubmission, type SubmissionFolder } from './submission-folder.ts';
