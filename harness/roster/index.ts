export { type RosterColumns, readRoster, rosterColumns } from './roster.ts';
export { studentOf } from './student-of.ts';
