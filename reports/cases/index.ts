export { type Case, casesOf, signed, submissionId, type Verdict, worthText } from './case.ts';
export { changedFiles } from './changed-files.ts';
export { blamedCommand, rootCauses } from './culprit.ts';
