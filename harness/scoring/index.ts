export { adjust, type Override } from './adjust.ts';
export { type Lateness, lateness, lessPercent } from './late.ts';
export { type AttemptRule, type LatePolicy, noPolicy, type Policy } from './policy.ts';
export { type Score, scoreOf } from './score.ts';
