import type { ApiCall, CommandRecord, DaemonEvent, HostCall } from '../result.ts';
import { Timeline } from '../timeline/index.ts';

/** A daemon event for a test; what is left out does not matter to it. */
export function daemonEvent(part: Partial<DaemonEvent>): DaemonEvent {
  return { atMs: 0, type: 'container', action: 'create', actorId: '', attributes: {}, line: null, ...part };
}

/** An API call for a test. */
export function apiCall(part: Partial<ApiCall>): ApiCall {
  return {
    ...{ id: 1, startedMs: 0, durationMs: 1, method: 'POST', path: '/_ping', query: {}, body: null },
    ...{ status: 200, error: null, refused: false, line: null },
    ...part,
  };
}

/** A typed command for a test. */
export function typed(part: Partial<CommandRecord>): CommandRecord {
  return {
    ...{ line: 1, endLine: 1, text: '', exitCode: 0, startedMs: 0, durationMs: 1, endedBy: [], output: '' },
    ...part,
  };
}

/** Something asked of the host, for a test. */
export function hostCall(part: Partial<HostCall>): HostCall {
  return {
    ...{ startedMs: 0, durationMs: 1, action: 'ls', command: [], settings: null, logs: null, exitCode: 0 },
    ...{ error: null, refused: false, line: null },
    ...part,
  };
}

/** A timeline of these records. */
export function timelineOf(part: {
  commands?: CommandRecord[];
  calls?: ApiCall[];
  events?: DaemonEvent[];
  hostCalls?: HostCall[];
}): Timeline {
  return new Timeline({ commands: [], calls: [], events: [], ...part }, 0);
}
