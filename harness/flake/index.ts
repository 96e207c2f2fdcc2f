export { type FlakeSession, flakeExitCode, flakeReport } from './flake-report.ts';
export type { FlakeRun } from './flake-run.ts';
export { Ledger } from './ledger.ts';
export type { FlakeSubject } from './plan.ts';
export { type FlakeOptions, runFlake } from './run-flake.ts';
export { runStability, type Stability, type StabilityOptions } from './run-stability.ts';
export { stabilityExitCode, stabilityReport } from './stability-report.ts';
export { type CaseTally, tally } from './tally.ts';
