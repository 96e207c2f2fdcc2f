export { addReportCommand } from './report-command.ts';
