export type { WorkspaceFile } from './bench/index.ts';
export type { EngineImages } from './engine/index.ts';
export { ownLabel, runLabel } from './labels.ts';
export { defaultLimits, type SandboxLimits } from './limits.ts';
export type { SandboxOptions } from './parts.ts';
export { chooseReaper, reaperImage } from './reaper.ts';
export { defaultReplayLimits, type ReplayLimits, scriptText } from './replay/index.ts';
export { type Replayed, Sandbox } from './sandbox.ts';
export { type Leftovers, sweep } from './sweep.ts';
