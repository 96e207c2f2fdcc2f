export { createLine, errorLine, failedCreate, haltLine, lastBuild } from './blame.ts';
export { buildsOn, type Origin, originOf } from './build.ts';
export { publishedPorts } from './published.ts';
export { sameText } from './same-text.ts';
export { missingFromLog, settledContainer } from './settled.ts';
export { nodeScriptOf, type StartCommand, startCommandOf } from './start-command.ts';
