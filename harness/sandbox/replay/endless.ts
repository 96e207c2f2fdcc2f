/** The policy: does the command under way wait for something that never comes, and what would a person press? */
import type { OpenStream } from '../gate/index.ts';
import {
  closeAttach,
  closeWait,
  ctrlC,
  ctrlD,
  detach,
  type Ending,
  force,
  leaveScreen,
  leaveStats,
} from './endings.ts';
import {
  endsInShell,
  isAttach,
  isEndlessLoop,
  isFollower,
  isFollowerInside,
  isFullScreen,
  isFullScreenInside,
  isPatient,
  isReader,
  ownWords,
  sleepsMs,
  timesOutMs,
} from './habits.ts';
import type { Doing } from './processes.ts';

/** The command under way as the policy sees it. Times in milliseconds. */
export interface UnderWay {
  text: string;
  elapsedMs: number;
  /** Since it showed something, or since it was typed. */
  silentMs: number;
  bursts: number;
  showsPrompt: boolean;
  fullScreen: boolean;
  /** Its own open calls to the Docker API. */
  streams: readonly OpenStream[];
  /** What its processes do, as far as somebody looked. */
  doing: Doing;
  /** Silence after which a command that could wait for the keyboard is taken to do so. */
  idleMs: number;
}

/** How long a person looks before a key is pressed. Milliseconds. */
export const patience = {
  /** A stream that follows something says nothing new. */
  quietStream: 700,
  /** It was open at least so long: the first lines have come. */
  youngStream: 1000,
  /** It says something new all the time. */
  busyStream: 3000,
  /** An attached container has shown nothing yet: `top -b`, which the course attaches to, speaks every three seconds. */
  silentAttach: 3500,
  /** A prompt is on the screen and nothing happens. */
  prompt: 700,
  reader: 1500,
  screen: 1000,
  /** `timeout` had its time; what it ends needs some more. */
  timeout: 1000,
  loop: 3000,
  quietLoop: 5000,
} as const;

/** What to press, one after the other, and null while the command may still end by itself. */
export function endingsFor(command: UnderWay): readonly Ending[] | null {
  if (command.streams.some(({ kind }) => kind === 'build' || kind === 'transfer')) return null;
  const deadline = timesOutMs(command.text);
  if (deadline > 0 && command.elapsedMs < deadline + patience.timeout && !isEndlessLoop(command.text))
    return null;
  for (const stream of streamsThatTell(command)) {
    const endings = endingsOf(stream, command);
    if (endings !== null) return endings;
  }
  return endingsByWords(command);
}

/** `docker stats` follows the events beside its numbers and a moment longer, also with `--no-stream` (docker CLI 28.2). */
function streamsThatTell({ text, streams }: UnderWay): readonly OpenStream[] {
  const watchesStats = /\bstats\b/.test(text) || streams.some(({ kind }) => kind === 'stats');
  return watchesStats && !/\bevents\b/.test(text) ? streams.filter(({ kind }) => kind !== 'events') : streams;
}

function endingsOf(stream: OpenStream, command: UnderWay): readonly Ending[] | null {
  switch (stream.kind) {
    case 'logs':
    case 'events':
      return isBounded(stream) || !looksEndless(stream) || lacksFirstLines(stream, command) ? null : force;
    case 'stats':
      // The first numbers take the engine up to two seconds, and a person wants to see them.
      return isBounded(stream) || stream.openMs() < patience.busyStream ? null : leaveStats;
    case 'exec':
      if (!waitsForKeys(stream, command)) return null;
      return stream.tty || stream.stdin ? leaving(command, ctrlC) : force;
    case 'attach':
      return endingsOfAttach(stream, command);
    default:
      return null;
  }
}

function endingsOfAttach(stream: OpenStream, command: UnderWay): readonly Ending[] | null {
  const attached = isAttach(command.text);
  if (attached && !looksEndless(stream)) return null;
  if (attached && !stream.tty && command.bursts === 0 && stream.openMs() < patience.silentAttach) return null;
  if (!attached && !waitsForKeys(stream, command)) return null;
  if (stream.tty) return attached ? [detach, ...force] : leaving(command, detach);
  return stream.stdin && !attached
    ? [ctrlD, closeAttach, closeWait, ...force]
    : [closeAttach, closeWait, ...force];
}

/** Full-screen programs do not leave at Ctrl-D. */
function leaving(command: UnderWay, next: Ending): readonly Ending[] {
  return showsScreen(command) ? leaveScreen(command.text) : [ctrlD, next, ...force];
}

function showsScreen({ fullScreen, text }: UnderWay): boolean {
  return fullScreen || isFullScreen(text) || isFullScreenInside(text);
}

/** `logs` without `-f`, `stats --no-stream` and `events --until` end by themselves. */
function isBounded({ call, kind }: OpenStream): boolean {
  const off = (value: string | undefined) => value === undefined || value === '0' || value === 'false';
  if (kind === 'logs') return off(call.query.follow);
  if (kind === 'stats') return call.query.stream !== undefined && off(call.query.stream);
  return call.query.until !== undefined && call.query.until !== '';
}

function looksEndless(stream: OpenStream): boolean {
  const open = stream.openMs();
  return (
    open >= patience.busyStream || (open >= patience.youngStream && stream.idleMs() >= patience.quietStream)
  );
}

/** The first lines of a log come late on a busy machine. */
function lacksFirstLines({ kind, openMs }: OpenStream, { bursts }: UnderWay): boolean {
  return kind === 'logs' && bursts === 0 && openMs() < patience.busyStream;
}

function waitsForKeys(stream: OpenStream, command: UnderWay): boolean {
  const idle = Math.min(stream.idleMs(), command.silentMs);
  const follows = isFollower(command.text) || isFollowerInside(command.text);
  if (follows && stream.openMs() >= patience.busyStream) return true;
  if (stream.kind === 'exec' && !stream.tty && !stream.stdin) return false;
  if (showsScreen(command)) return stream.openMs() >= patience.busyStream;
  if (command.showsPrompt && stream.tty) return idle >= patience.prompt;
  // A shell with a terminal shows a prompt; until then it starts, and its end of input would be the first it reads.
  const starts = stream.tty && command.bursts === 0;
  if (endsInShell(command.text) && !starts) return idle >= patience.reader;
  return idle >= command.idleMs && command.elapsedMs >= command.idleMs + sleepsMs(command.text);
}

function endingsByWords(command: UnderWay): readonly Ending[] | null {
  const { text, elapsedMs, silentMs, streams } = command;
  const watchesContainer = streams.some(({ kind }) => kind === 'attach' || kind === 'exec');
  if (isEndlessLoop(watchesContainer ? text : ownWords(text))) {
    const ran = (elapsedMs >= patience.loop && command.bursts >= 2) || elapsedMs >= patience.quietLoop;
    return ran ? force : null;
  }
  if (streams.length > 0) return null;
  if (command.fullScreen || isFullScreen(text)) {
    return silentMs >= patience.screen || elapsedMs >= patience.busyStream ? leaveScreen(text) : null;
  }
  if (command.doing === 'reads') return [{ ...ctrlD, effectMs: command.idleMs }, ...force];
  if (command.doing !== undefined) return force;
  if (isFollower(text)) return elapsedMs >= patience.busyStream ? force : null;
  if (isPatient(text)) return null;
  const asks = command.showsPrompt && silentMs >= patience.prompt;
  if (asks || (isReader(text) && silentMs >= patience.reader))
    return [{ ...ctrlD, effectMs: command.idleMs }, ...force];
  return null;
}
