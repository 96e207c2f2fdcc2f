export { addGradeCommand } from './grade-command.ts';
