export { addDiffCommand } from './diff-command.ts';
export { addRegradeCommand } from './regrade-command.ts';
