export { readResults } from './read-results.ts';
export { addReportCommand } from './report-command.ts';
