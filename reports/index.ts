export { classroom } from './classroom.ts';
export {
  type Classroom50Answer,
  type Classroom50Submission,
  classroom50,
} from './classroom50/index.ts';
export { ctrf } from './ctrf.ts';
export {
  type Change,
  type Diff,
  diffCsv,
  diffHtml,
  diffJson,
  diffMarkdown,
  diffOf,
  diffTerminal,
} from './diff/index.ts';
export { annotations, stepOutputs } from './github/index.ts';
export {
  assignmentsOf,
  type CanvasIds,
  type CsvOptions,
  canvasClashes,
  canvasCsv,
  differingPoints,
  type Gradebook,
  type GradebookRow,
  gradebookOf,
  gradesCsv,
  moodleCsv,
  totalOf,
} from './gradebook/index.ts';
export { gradescope } from './gradescope.ts';
export { type HtmlOptions, html } from './html/index.ts';
export { json } from './json.ts';
export { type JUnitOptions, type JUnitProfile, junit } from './junit/index.ts';
export { type MarkdownOptions, markdown } from './markdown/index.ts';
export type { ReportOptions } from './report-options.ts';
export {
  type LogGroups,
  type TerminalOptions,
  terminal,
  terminalClass,
  terminalSummary,
} from './terminal/index.ts';
