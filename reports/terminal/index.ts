export { terminalClass } from './class.ts';
export { rule, spread } from './layout.ts';
export type { LogGroups } from './log-groups.ts';
export type { TerminalOptions } from './options.ts';
export { innerColumns, margin } from './options.ts';
export { columnsOf, type Line, type Piece, piecesOf, printed, type Role } from './piece.ts';
export { terminalSummary } from './summary.ts';
export { terminal } from './verdict.ts';
export { cut, wrap } from './wrap.ts';
