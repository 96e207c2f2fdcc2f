/** A log that was emptied while its container ran. */
import {
  check,
  ensure,
  errorLine,
  failedCommand,
  type HostCall,
  nearestName,
  ranAt,
  reject,
  type Timeline,
} from '#harness';
import { say } from './messages.ts';
import { names } from './web.ts';

const name = 'node-run';
const logPath = /\/containers\/([0-9a-f]{64})\/[0-9a-f]{64}-json\.log$/;
/** Ways to be rid of a log: a redirection and a copy over it, too. */
const attempt = /\btruncate\b|(\brm\b|\btee\b|\bcp\b|>).*(LogPath|json\.log)/;

export const emptied = check({
  id: 'log-emptied',
  points: 6,
  title: {
    ko: '`node-run` 컨테이너의 로그를 `truncate` 로 비웠다',
    en: '`node-run`’s log was emptied with `truncate`',
  },
  run({ timeline }) {
    const calls = timeline.hostCallsOf({ action: 'truncate', succeeded: true });
    const logs = calls.flatMap((call) => emptiedBy(call).map((log) => ({ ...log, call })));
    const own = ownLogs(timeline, logs);
    // Emptied twice, the time that there was something to empty counts.
    const best = own.find(({ bytes }) => bytes > 0) ?? own[0];
    if (best) return best;
    const other = logs.at(-1);
    if (other) {
      const found = namesOf(timeline, other.id).at(-1) ?? other.id.slice(0, 12);
      return reject(say.otherLogEmptied({ found }), other.call.line);
    }
    const removed = timeline.hostCallsOf({ action: 'rm' }).at(-1);
    if (removed) reject(say.logRemoved(), removed.line);
    const failed = failedCommand(timeline, attempt);
    if (failed) reject(say.emptyFailed({ error: errorLine(failed) }), failed.line);
    return reject(say.notEmptied());
  },
});

function emptiedBy({ logs }: HostCall): { id: string; bytes: number }[] {
  return (logs ?? []).flatMap(({ path, bytes }) => {
    const id = logPath.exec(path)?.[1];
    return id === undefined ? [] : [{ id, bytes }];
  });
}

/** The logs of `node-run`, or else of what was nearly called so: a wrong name costs the name's points alone. */
function ownLogs<T extends { id: string }>(timeline: Timeline, logs: readonly T[]): T[] {
  const exact = logs.filter(({ id }) => namesOf(timeline, id).includes(name));
  if (exact.length > 0) return exact;
  const isMeant = (found: string) => !names.includes(found) && nearestName(found, names) === name;
  return logs.filter(({ id }) => namesOf(timeline, id).some(isMeant));
}

/** All names that a container had. */
function namesOf(timeline: Timeline, id: string): string[] {
  return timeline
    .eventsOf({ type: 'container', actorId: id })
    .flatMap(({ attributes }) => attributes.name ?? []);
}

export const live = check({
  id: 'log-live',
  points: 4,
  needs: { emptied },
  title: {
    ko: '컨테이너가 실행되는 동안, 내용이 있던 로그를 비웠다',
    en: 'There was something in it, and the container ran',
  },
  run({ needs: { emptied }, timeline }) {
    const { id, bytes, call } = emptied;
    const ran =
      ranAt(timeline, id, call.startedMs) && ranAt(timeline, id, call.startedMs + (call.durationMs ?? 0));
    ensure(ran, say.wasStopped(), call.line);
    ensure(bytes > 0, say.wasEmpty(), call.line);
  },
});
