export type { FormatContext, FormatName } from './formats.ts';
export { addReportCommand } from './report-command.ts';

/** What reads results; loaded when it is needed, because every command loads this folder to be able to tell of it. */
export const loadReading = () => import('./read-results.ts');

/** The writers of all formats, loaded when they are needed for the same reason. */
export const loadFormats = () => import('./formats.ts');
