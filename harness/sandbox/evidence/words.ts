/** Which commands of docker ask for what: the words to look for in a line, where only some commands do it. */
import type { ApiCall, DaemonEvent } from '../../result.ts';

const calls: readonly (readonly [path: RegExp, words: string])[] = [
  [/^\/containers\/create$/, 'run|create|up'],
  [/^\/containers\/json$/, 'ps|ls|list'],
  [/^\/containers\/prune$/, 'prune'],
  [/^\/containers\/[^/]+\/start$/, 'run|start|up'],
  [/^\/containers\/[^/]+\/kill$/, 'kill|run|attach'],
  [/^\/containers\/[^/]+\/attach$/, 'attach|run|start'],
  [/^\/containers\/[^/]+\/wait$/, 'wait|run|start|attach'],
  [/^\/containers\/[^/]+\/archive$/, 'cp'],
  [/^\/containers\/[^/]+\/changes$/, 'diff'],
  [/^\/containers\/[^/]+\/(stop|restart|pause|unpause|rename|update|top|logs|stats|export|exec)$/, '$1'],
  [/^\/exec\//, 'exec'],
  [/^\/commit$/, 'commit'],
  [/^\/(build|session|grpc)/, 'build|buildx|builder'],
  [/^\/images\/create$/, 'pull|import|run|create'],
  [/^\/images\/load$/, 'load'],
  [/^\/images\/(.+\/)?get$/, 'save'],
  [/^\/images\/.+\/tag$/, 'tag'],
  [/^\/images\/.+\/history$/, 'history'],
  [/^\/images\/json$/, 'images|ls|list'],
  [/^\/events$/, 'events'],
  [/^\/networks\/create$/, 'create'],
  [/^\/networks\/[^/]+\/(connect|disconnect)$/, '$1'],
  [/^\/volumes\/create$/, 'create'],
];
const removals: readonly (readonly [path: RegExp, words: string])[] = [
  [/^\/containers\//, 'rm|run|remove'],
  [/^\/images\//, 'rmi|rm|remove'],
  [/^\/(networks|volumes)\//, 'rm|remove'],
];

/** The words of commands that make such a call; undefined for a call that every command may make. */
export function wordsOfCall({ method, path }: Pick<ApiCall, 'method' | 'path'>): RegExp | undefined {
  for (const [pattern, words] of method === 'DELETE' ? removals : calls) {
    const match = pattern.exec(path);
    if (match) return oneOf(words.replace('$1', match[1] ?? ''));
  }
  return undefined;
}

const events: Readonly<Record<string, string>> = {
  create: 'run|create|up',
  start: 'run|start|restart|up',
  kill: 'kill|stop|restart|rm',
  stop: 'stop|restart',
  restart: 'restart',
  pause: 'pause|commit',
  unpause: 'unpause|commit',
  rename: 'rename',
  update: 'update',
  commit: 'commit',
  export: 'export',
  attach: 'attach|run|start',
  exec_create: 'exec',
  exec_start: 'exec',
  'archive-path': 'cp',
  'extract-to-dir': 'cp',
};

/** The words of commands that have such an event follow; undefined for one that comes by itself, or from many. */
export function wordsOfEvent({ type, action }: Pick<DaemonEvent, 'type' | 'action'>): RegExp | undefined {
  const name = action.split(':', 1)[0] ?? '';
  if (type !== 'container' || !Object.hasOwn(events, name)) return undefined;
  return oneOf(events[name] ?? '');
}

const oneOf = (words: string) => new RegExp(`\\b(?:${words})\\b`);
