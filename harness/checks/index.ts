export { createLine, errorLine, failedCommand, failedCreate, haltLine, lastBuild } from './blame.ts';
export { buildsOn, type Origin, originOf } from './build.ts';
export { type Commit, commitOf, commits } from './commits.ts';
export { type Copy, copies, copiesInto } from './copies.ts';
export { notLoggedBy } from './logged.ts';
export { publishedPorts } from './published.ts';
export { sameText } from './same-text.ts';
export { missingFromLog, settledContainer } from './settled.ts';
export { nodeScriptOf, type StartCommand, startCommandOf } from './start-command.ts';
