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

/** The last request to create a container that the engine or the gate turned down; undefined when none was. */
export function failedCreate(timeline: Timeline): ApiCall | undefined {
  return timeline
    .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
    .findLast(({ status }) => status !== null && status >= 400);
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

/** The last line of a command's output that speaks of an error, or else its last line; at most 200 letters. */
export function errorLine({ output }: Pick<CommandRecord, 'output'>): string {
  const lines = stripVTControlCharacters(output)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const found = lines.findLast((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? '';
  return found.replaceAll('`', "'").slice(0, 200);
}
