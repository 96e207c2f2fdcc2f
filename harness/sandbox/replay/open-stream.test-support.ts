import type { OpenStream } from '../gate/index.ts';

/** An open call as the gate would tell of it, for tests; times in milliseconds. */
export function openStream(
  kind: OpenStream['kind'],
  more: {
    id?: number;
    tty?: boolean;
    stdin?: boolean;
    query?: Record<string, string>;
    openMs?: number;
    idleMs?: number;
    startedMs?: number;
  } = {},
): OpenStream {
  const openMs = more.openMs ?? 1500;
  return {
    call: {
      id: more.id ?? 1,
      startedMs: more.startedMs ?? 0,
      durationMs: null,
      method: 'GET',
      path: `/${kind}`,
      query: more.query ?? {},
      body: null,
      status: 200,
      error: null,
      refused: false,
      line: 1,
    },
    kind,
    tty: more.tty ?? false,
    stdin: more.stdin ?? false,
    openMs: () => openMs,
    idleMs: () => more.idleMs ?? openMs,
  };
}
