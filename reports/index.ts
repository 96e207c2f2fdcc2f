export { classroom } from './classroom.ts';
export { ctrf } from './ctrf.ts';
export { gradescope } from './gradescope.ts';
export { json } from './json.ts';
export { type JUnitOptions, type JUnitProfile, junit } from './junit/index.ts';
export type { ReportOptions } from './report-options.ts';
export { type TerminalOptions, terminal, terminalSummary } from './terminal/index.ts';
