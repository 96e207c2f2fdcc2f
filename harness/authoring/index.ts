export { type Check, type CheckContext, check } from './check.ts';
export { defineGrader, type Grader, graderFaults } from './grader.ts';
export { type Say, messages, messageTemplates } from './messages.ts';
export type { Submission } from './submission.ts';
export { ensure, reject } from './verdict.ts';
