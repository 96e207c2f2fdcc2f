export { type Case, casesOf, pointsText, submissionId, type Verdict } from './case.ts';
export { blamedCommand, rootCauses } from './culprit.ts';
