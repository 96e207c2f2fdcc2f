import type { Container } from '../docker/index.ts';
import type { HostCall } from '../result.ts';
import type { Timeline } from '../timeline/index.ts';

/** One time that the student's commands started the docker service, with what was in daemon.json then. */
export interface DaemonStart {
  /** The daemon.json it was started with; empty where there was none. */
  settings: string;
  /** False when dockerd gave up. */
  succeeded: boolean;
  /** Milliseconds since the replay began. */
  fromMs: number;
  untilMs: number;
  line: number | null;
}

/** Each time that dockerd was really started again, oldest first: `systemctl start` of one that runs starts nothing. */
export function daemonStarts(timeline: Timeline): DaemonStart[] {
  let runs = true;
  const starts: DaemonStart[] = [];
  for (const call of timeline.hostCalls) {
    const { action, refused, settings, exitCode, startedMs, durationMs, line } = call;
    const begins = action === 'restart' || (!runs && startsStopped(call));
    if (action === 'stop' && exitCode === 0) runs = false;
    // Only a start has settings: one that was not allowed to happen has none.
    if (!begins || refused || settings === null) continue;
    runs = exitCode === 0;
    const untilMs = startedMs + (durationMs ?? 0);
    starts.push({ settings, succeeded: runs, fromMs: startedMs, untilMs, line });
  }
  return starts;
}

/**
 * The restart of the daemon that took a container down with it; undefined when it ended otherwise. A daemon that goes
 * away may not tell of every container it stops (20.10 ends its event stream first): one that began before a restart,
 * and of whose end nothing was told, ended with it.
 */
export function restartThatStopped(
  timeline: Timeline,
  { id }: Pick<Container, 'id'>,
): DaemonStart | undefined {
  const turns = timeline
    .eventsOf({ type: 'container', actorId: id })
    .filter(({ action }) => action === 'start' || action === 'die');
  const last = turns.at(-1);
  return daemonStarts(timeline).find(({ fromMs, untilMs }) =>
    last?.action === 'die' ? fromMs <= last.atMs && last.atMs <= untilMs : last && last.atMs < fromMs,
  );
}

function startsStopped({ action, command }: HostCall): boolean {
  return action === 'start' || (action === 'enable' && command.includes('--now'));
}
