export { buildsOn, type Origin, originOf } from './build.ts';
export { sameText } from './same-text.ts';
export { nodeScriptOf, type StartCommand, startCommandOf } from './start-command.ts';
