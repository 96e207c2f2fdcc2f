export { type FlakeSession, flakeExitCode, flakeReport } from './flake-report.ts';
export type { FlakeRun } from './flake-run.ts';
export { Ledger } from './ledger.ts';
export { type FlakeOptions, type FlakeSubject, runFlake } from './run-flake.ts';
export { type CaseTally, tally } from './tally.ts';
