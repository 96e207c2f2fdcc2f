export { type Answers, readAnswers } from './answers/index.ts';
export {
  createLine,
  errorLine,
  failedCommand,
  failedCreate,
  haltLine,
  lastBuild,
  removalLine,
} from './blame.ts';
export { buildsOn, type Origin, originOf } from './build.ts';
export { type BuildStep, copiesContext, stepsOver } from './build-steps.ts';
export { type Commit, commitOf, commits } from './commits.ts';
export { type Copy, copies, copiesInto } from './copies.ts';
export { createdBy } from './created-by.ts';
export { type DaemonDown, daemonDown } from './daemon-down.ts';
export { type DaemonJson, type FileLine, readDaemonJson } from './daemon-json.ts';
export { type DaemonStart, daemonStarts, restartThatStopped } from './daemon-starts.ts';
export { dockerfileBases } from './dockerfile-bases.ts';
export { type Filling, fillLog } from './fill-log.ts';
export { firstProcess, programName } from './first-process.ts';
export { type NamedImage, refersTo } from './image-reference.ts';
export { type ImportedImage, importedImages, importOf } from './imported.ts';
export { type Leaked, leakedAmong } from './leaked.ts';
export { notLoggedBy } from './logged.ts';
export { type Publication, publicationOf } from './publication.ts';
export { publishedPorts } from './published.ts';
export { ranAt } from './ran-at.ts';
export { sameText } from './same-text.ts';
export {
  endedContainer,
  missingFromLog,
  settledContainer,
} from './settled.ts';
export { ranOutOfMemory, requestsOn, type SentSignal, signalsTo } from './signals.ts';
export { sizeInBytes } from './size-in-bytes.ts';
export type { Sought, SoughtOptions } from './sought.ts';
export { containerAmong, type SoughtContainerOptions, soughtContainer } from './sought-container.ts';
export { soughtImage } from './sought-image.ts';
export { nodeScriptOf, type StartCommand, startCommandOf } from './start-command.ts';
