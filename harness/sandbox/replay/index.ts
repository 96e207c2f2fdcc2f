/** The replay: a student's script typed command by command into one interactive bash on a pseudo-terminal. */
export type { Job } from './jobs.ts';
export {
  defaultReplayLimits,
  type Replay,
  type ReplayExit,
  type ReplayLimits,
  type ReplayOptions,
} from './options.ts';
export { type TerminalProcess, terminalProcesses } from './processes.ts';
export { shellCommand, shellEnvironment } from './protocol.ts';
export { replay } from './replay.ts';
export { type ScriptRefusal, type ScriptText, scriptBytesLimit, scriptText } from './script-text.ts';
export { warmSplitter } from './split.ts';
export type { Terminal } from './terminal.ts';
