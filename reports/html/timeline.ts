import type { Evidence } from '../../harness/result.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

/** More marks than these would hide each other, and make pages slow. */
const most = 100;
const width = 900;
const lanes = { lines: 14, calls: 44, events: 74 };

/** Script lines, API calls and daemon events on one axis of time; each mark says in its tooltip what it is. */
export function timeline({ commands, calls, events }: Evidence): Markup {
  const ends = [
    ...commands.map(({ startedMs, durationMs }) => startedMs + durationMs),
    ...calls.map(({ startedMs, durationMs }) => startedMs + (durationMs ?? 0)),
    ...events.map(({ atMs }) => atMs),
  ];
  const end = ends.reduce((latest, each) => Math.max(latest, each), 1);
  const at = (ms: number) => ((Math.max(0, ms) * width) / end).toFixed(1);
  const wide = (ms: number) => Math.max(2, (ms * width) / end).toFixed(1);
  const lines = commands
    .slice(0, most)
    .map(
      ({ line, text, startedMs, durationMs, exitCode }) =>
        markup`<rect class="${exitCode === 0 ? 'passed' : 'failed'}" x="${at(startedMs)}" y="${lanes.lines}" width="${wide(durationMs)}" height="18"><title>${line}: ${text.slice(0, 200)} (${Math.round(durationMs)} ms)</title></rect>`,
    );
  const requests = calls
    .slice(0, most)
    .map(
      ({ method, path, status, startedMs, durationMs, refused }) =>
        markup`<rect class="${refused ? 'failed' : 'call'}" x="${at(startedMs)}" y="${lanes.calls}" width="${wide(durationMs ?? 0)}" height="18"><title>${method} ${shortIds(path).slice(0, 120)} ${status ?? ''}</title></rect>`,
    );
  const marks = events
    .slice(0, most)
    .map(
      ({ atMs, type, action, attributes }) =>
        markup`<circle class="event" cx="${at(atMs)}" cy="${lanes.events + 9}" r="4"><title>${type} ${action.slice(0, 80)} ${(attributes.name ?? '').slice(0, 80)}</title></circle>`,
    );
  const seconds = (end / 1000).toFixed(1);
  const told = `${commands.length} commands, ${calls.length} API calls, ${events.length} daemon events, ${seconds} s`;
  return markup`<h4>${both(wording.timeline)}</h4><div class="lanes"><div>${both(wording.lines)}</div><div>${both(wording.calls)}</div><div>${both(wording.events)}</div></div>
<svg class="timeline" viewBox="-6 0 ${width + 12} 112" role="img" aria-label="${told}" preserveAspectRatio="none">${lines}${requests}${marks}<line x1="0" x2="${width}" y1="98" y2="98"></line></svg><p class="axis"><span>0 s</span><span>${seconds} s</span></p>`;
}

/** Ids as people see them: twelve digits of sixty-four. */
function shortIds(path: string): string {
  return path.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');
}
