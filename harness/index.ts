/** The only door for graders: the authoring API, what checks may look at, and the reusable checks. */
export {
  type Check,
  type CheckContext,
  check,
  defineGrader,
  ensure,
  type Grader,
  messages,
  reject,
  type Starter,
  type Submission,
} from './authoring/index.ts';
export {
  type Answers,
  buildsOn,
  type Commit,
  type Copy,
  commitOf,
  commits,
  copies,
  copiesInto,
  createLine,
  errorLine,
  failedCommand,
  failedCreate,
  haltLine,
  type ImportedImage,
  importedImages,
  importOf,
  lastBuild,
  missingFromLog,
  nodeScriptOf,
  notLoggedBy,
  type Origin,
  originOf,
  type Publication,
  publicationOf,
  publishedPorts,
  readAnswers,
  refersTo,
  type StartCommand,
  sameText,
  settledContainer,
  soughtContainer,
  soughtImage,
  startCommandOf,
} from './checks/index.ts';
export type {
  Container,
  Daemon,
  HistoryStep,
  HttpAnswer,
  Image,
  LayerEntry,
  LogFile,
  PublishedPort,
} from './docker/index.ts';
export type { Message } from './errors.ts';
export { nearestName } from './nearest-name.ts';
export type { ApiCall, CommandRecord, DaemonEvent, HostCall } from './result.ts';
export type { Text } from './text.ts';
export type { Timeline } from './timeline/index.ts';
