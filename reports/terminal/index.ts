export { terminalClass } from './class.ts';
export type { TerminalOptions } from './options.ts';
export { terminalSummary } from './summary.ts';
export { terminal } from './verdict.ts';
