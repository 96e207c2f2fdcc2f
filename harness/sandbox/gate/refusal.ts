import type { EngineAnswer } from './no-such-object.ts';

/** Every reason for which the gate refuses a request: what tests and reports tell refusals apart by. */
export const refusalIds = [
  'type',
  'unknown-key',
  'range',
  'privileged',
  'capability',
  'security-option',
  'masked-paths',
  'device',
  'cgroup-parent',
  'realtime',
  'block-io',
  'ulimit',
  'restart-policy',
  'host-namespace',
  'host-network',
  'runtime',
  'sysctl',
  'storage-option',
  'annotation',
  'container-id-file',
  'shm-size',
  'oom-score',
  'bind-outside',
  'bind-form',
  'bind-option',
  'bind-propagation',
  'mount-type',
  'volumes-from',
  'volume-driver',
  'volume-options',
  'volume-path',
  'tmpfs-option',
  'log-driver',
  'log-option',
  'port',
  'address',
  'network-driver',
  'network-option',
  'exec-privileged',
  'commit-host-config',
  'json-encoding',
  'json-syntax',
  'json-form',
  'json-size',
  'body-time',
  'body-cut',
  'upload-size',
  'upload-time',
  'target-length',
  'path-form',
  'query-form',
  'query-key',
  'query-repeated',
  'query-value',
  'api-version',
  'route-refused',
  'route-unknown',
  'import-url',
  'build-network',
  'build-remote',
  'build-version',
  'build-output',
  'upgrade',
  'upgrade-chunked',
  'pipelining',
  'expectation',
] as const;
export type RefusalId = (typeof refusalIds)[number];

/** Why the gate refused a request. */
export interface Refusal {
  id: RefusalId;
  /** What was asked for, with its value, as the start of a sentence: `HostConfig.Privileged`. */
  what: string;
  /** What to use instead, one sentence, where there is something. */
  instead?: string | undefined;
  /** What Docker itself says, where the request is no attempt at anything but about an object that cannot be there. */
  missing?: EngineAnswer;
}

const valueCap = 120;

/** A value as a refusal quotes it: JSON, at most 120 characters. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > valueCap ? `${text.slice(0, valueCap)}…` : text;
}

/** What the student's docker prints after `Error response from daemon:`. */
export function refusalMessage({ what, instead }: Refusal): string {
  const sentence = `drydock: ${what} is refused; this is a limit of the grading sandbox, not of Docker.`;
  return instead === undefined ? sentence : `${sentence} ${instead}`;
}
