export { caseNames } from './case-names.ts';
export type { Case } from './cases.ts';
export type { Fault } from './fault.ts';
export { type Grid, type GridRow, gridMarks, type Kills, killsOf, promisedGrid, triedGrid } from './grid.ts';
export { paperFaults, type WrittenMutant, writtenMutants } from './paper-faults.ts';
export { lackingExamples, recordExamples } from './record.ts';
export { authorRules, ruleFaults } from './rules.ts';
export { machineFailed, type Tried } from './tried.ts';
export { type Verified, type VerifyOptions, verifyGrader } from './verify.ts';
