/** Grading a class: what has to be graded, in which order, and whether the machine graded it rightly. */
export type { Stop } from './agenda.ts';
export { type ClassOptions, type ClassWatch, gradeClass } from './grade-class.ts';
export type { Kept } from './kept.ts';
export { noResult, type Plan, type PlanOptions, planOf } from './plan.ts';
export { type Proven, Sentinels, type SentinelVerdict } from './sentinel.ts';
export { suspectCode } from './suspect.ts';
export { Unproven } from './unproven.ts';
