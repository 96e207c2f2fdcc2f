export type { Cause, CauseKind, Change, CheckMove, CheckSide, Movement, Side } from './change.ts';
export { type CheckTally, type Diff, diffOf } from './diff.ts';
export { diffCsv } from './diff-csv.ts';
export { diffHtml } from './diff-html.ts';
export { diffJson, diffSchemaId } from './diff-json.ts';
export { diffMarkdown } from './diff-markdown.ts';
export { diffTerminal } from './diff-terminal.ts';
