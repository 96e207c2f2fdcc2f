export type { OpenStream } from './call.ts';
export { Gate, type GateOptions } from './gate.ts';
export { defaultGateLimits, type GateLimits } from './limits.ts';
export { renderPolicyTable } from './policy-table.ts';
export type { StreamKind } from './routes.ts';
