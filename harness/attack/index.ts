export { renderAttackTable } from './attack-table.ts';
export type { Outcome } from './outcome.ts';
export { runSuite, suiteLine } from './suite.ts';
