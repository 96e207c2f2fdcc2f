export { json } from './json.ts';
export { type JUnitOptions, junit } from './junit/index.ts';
export { type TerminalOptions, terminal, terminalSummary } from './terminal/index.ts';
