import type { Evidence } from '../../harness/result.ts';
import { both, type Markup, markup } from './markup.ts';
import type { Room } from './room.ts';
import { wording } from './wording.ts';

/** Upper edges of the lanes in the drawing, whose width is the reader's. */
const lanes = { lines: 10, calls: 42, events: 74 };
const ticks = [0, 1, 2, 3, 4];

/**
 * Script lines, API calls and daemon events on one axis of time. Each mark says what it is in its tooltip, and the list
 * below the drawing, which the page's script makes of them, says it to everybody else.
 */
export function timeline({ commands, calls, events }: Evidence, { marks: most }: Room): Markup {
  const ends = [
    ...commands.map(({ startedMs, durationMs }) => startedMs + durationMs),
    ...calls.map(({ startedMs, durationMs }) => startedMs + (durationMs ?? 0)),
    ...events.map(({ atMs }) => atMs),
  ];
  const end = ends.reduce((latest, each) => Math.max(latest, each), 1);
  const share = (ms: number) => (Math.max(0, ms) * 100) / end;
  const at = (ms: number) => `${share(ms).toFixed(2)}%`;
  const wide = (ms: number) => `${Math.max(0.3, share(ms)).toFixed(2)}%`;
  const bar = (kind: string, lane: number, startedMs: number, durationMs: number, title: Markup) =>
    markup`<rect class="${kind}" x="${at(startedMs)}" y="${lane}" width="${wide(durationMs)}" height="18"><title>${seconds(startedMs)} ${title}</title></rect>`;
  const lines = commands.slice(0, most).map(({ line, text, startedMs, durationMs, exitCode }) => {
    const title = markup`${line}: ${text.slice(0, 200)} (${Math.round(durationMs)} ms)`;
    return bar(exitCode === 0 ? 'passed' : 'failed', lanes.lines, startedMs, durationMs, title);
  });
  const numbers = commands
    .slice(0, most)
    .filter(({ durationMs }) => durationMs * 40 > end)
    .map(
      ({ line, startedMs }) =>
        markup`<text x="${at(startedMs)}" dx="4" y="${lanes.lines + 13}">${line}</text>`,
    );
  const requests = calls.slice(0, most).map(({ method, path, status, startedMs, durationMs, refused }) => {
    const title = markup`${method} ${shortIds(path).slice(0, 120)} ${status ?? ''}`;
    return bar(refused ? 'failed' : 'call', lanes.calls, startedMs, durationMs ?? 0, title);
  });
  const marks = events.slice(0, most).map(({ atMs, type, action, attributes }) => {
    const title = markup`${type} ${action.slice(0, 80)} ${(attributes.name ?? '').slice(0, 80)}`;
    return markup`<circle class="event" cx="${at(atMs)}" cy="${lanes.events + 9}" r="4.5"><title>${seconds(atMs)} ${title}</title></circle>`;
  });
  const grid = ticks.map(
    (tick) => markup`<line x1="${tick * 25}%" x2="${tick * 25}%" y1="0" y2="100"></line>`,
  );
  const told = `${commands.length} commands, ${calls.length} API calls, ${events.length} daemon events, ${seconds(end)}`;
  const cut = [commands, calls, events].some(({ length }) => length > most);
  return markup`<h4>${both(wording.timeline)}${cut ? markup` <small>${both(wording.cut)}</small>` : undefined}</h4><div class="timeline"><div class="lanes"><span>${both(wording.lines)}</span><span>${both(wording.calls)}</span><span>${both(wording.events)}</span></div><svg role="img" aria-label="${told}">${grid}${lines}${numbers}${requests}${marks}</svg><p class="axis">${ticks.map((tick) => markup`<span>${seconds((end * tick) / 4)}</span>`)}</p></div><details class="log"><summary>${both(wording.asList)}</summary></details>`;
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** Ids as people see them: twelve digits of sixty-four. */
function shortIds(path: string): string {
  return path.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');
}
