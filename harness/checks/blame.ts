import { stripVTControlCharacters } from 'node:util';
import type { Container } from '../docker/index.ts';
import type { ApiCall, CommandRecord } from '../result.ts';
import type { Timeline } from '../timeline/index.ts';

/** The script line that created a container; null when no line did. */
export function createLine(timeline: Timeline, { id }: Pick<Container, 'id'>): number | null {
  return timeline.eventsOf({ type: 'container', action: 'create', actorId: id }).at(-1)?.line ?? null;
}

/**
 * The script line that stopped, killed or paused a container last; null when nobody did: it ended by itself. What a
 * later start or unpause took back does not count: `docker commit` pauses its container for a moment.
 */
export function haltLine(timeline: Timeline, { id }: Pick<Container, 'id'>): number | null {
  const turns = timeline
    .eventsOf({ type: 'container', actorId: id })
    .filter(({ action }) => /^(kill|pause|start|unpause)$/.test(action));
  const last = turns.at(-1);
  return last?.action === 'kill' || last?.action === 'pause' ? last.line : null;
}

/** The script line that removed the last container of a name, or ended one with `--rm`; null when no line did. */
export function removalLine(timeline: Timeline, name: string): number | null {
  return timeline.eventsOf({ type: 'container', action: 'destroy', name }).at(-1)?.line ?? null;
}

/**
 * The last request to create a container that the engine or the gate turned down, unless a later one of the same name
 * was taken on: then the slip was mended, and what is missing now is missing for another cause.
 */
export function failedCreate(timeline: Timeline): ApiCall | undefined {
  const calls = timeline.callsOf({ method: 'POST', path: /^\/containers\/create$/ });
  const failed = calls.findLast(({ status }) => status !== null && status >= 400);
  const mended =
    failed &&
    calls
      .slice(calls.indexOf(failed) + 1)
      .some(({ status, query }) => status === 201 && query.name === failed.query.name);
  if (!failed || mended) return undefined;
  // It is shown between backticks.
  return { ...failed, error: failed.error?.replaceAll('`', "'") ?? null };
}

/** The last command that builds an image, in any of its spellings; undefined when none was typed. */
export function lastBuild(timeline: Timeline): CommandRecord | undefined {
  const spelling = /\bdocker\s+((image|builder|buildx)\s+)?build\b/;
  return timeline.commands.findLast(({ text }) => spelling.test(text));
}

/** The last command that fits, if it ended badly; undefined when none was typed or it went well. */
export function failedCommand(timeline: Timeline, spelling: RegExp): CommandRecord | undefined {
  const last = timeline.commands.findLast(({ text }) => spelling.test(text));
  return last && last.exitCode !== 0 ? last : undefined;
}

/** Where a program that was called wrongly has said so, and goes on to tell how it is called. */
const usage = /^(Usage:|(See|Try|Run) '.+ --help')/i;

/**
 * The last line of a command's output that speaks of an error, or else the last before a program explains its usage, as
 * `docker` and `truncate` do after what is wrong; at most 200 letters.
 */
export function errorLine({ output }: Pick<CommandRecord, 'output'>): string {
  const lines = stripVTControlCharacters(output)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const explained = lines.findIndex((line) => usage.test(line));
  const said = explained > 0 ? lines.slice(0, explained) : lines;
  const found = lines.findLast((line) => /\berror\b/i.test(line)) ?? said.at(-1) ?? '';
  return found.replaceAll('`', "'").slice(0, 200);
}
