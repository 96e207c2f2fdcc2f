export { type Check, type CheckContext, check } from './check.ts';
export { defineGrader, type Grader, graderFaults } from './grader.ts';
export { type GraderModule, importGrader } from './grader-module.ts';
export { messages, messageTemplates, type Say } from './messages.ts';
export type { Starter } from './starter.ts';
export type { Submission } from './submission.ts';
export { ensure, reject } from './verdict.ts';
