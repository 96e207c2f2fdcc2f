export { Gate, type GateOptions } from './gate.ts';
export { defaultGateLimits, type GateLimits } from './limits.ts';
export type { OpenStream } from './recorder.ts';
export type { StreamKind } from './routes.ts';
