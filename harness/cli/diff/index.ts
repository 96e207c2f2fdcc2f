export { addDiffCommand } from './diff-command.ts';
