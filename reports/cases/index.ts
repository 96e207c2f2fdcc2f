export { type Case, casesOf, submissionId, type Verdict, worthText } from './case.ts';
export { blamedCommand, rootCauses } from './culprit.ts';
