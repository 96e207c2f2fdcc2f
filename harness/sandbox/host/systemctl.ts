import type { Asker } from './arguments.ts';
import { type HostRefusal, quotedWord } from './refusal.ts';

/** What can be asked of the docker service. */
export type ServiceAction =
  | 'start'
  | 'stop'
  | 'restart'
  | 'status'
  | 'is-active'
  | 'is-failed'
  | 'is-enabled'
  | 'enable'
  | 'daemon-reload'
  | 'journal';

/** A request to the docker service. */
export interface ServiceRequest {
  action: ServiceAction;
  /** The last lines of the journal to show; all of them when undefined. */
  lines?: number;
  quiet?: boolean;
  /** `enable --now`. */
  now?: boolean;
}

const actions: Readonly<Record<string, ServiceAction>> = {
  start: 'start',
  stop: 'stop',
  restart: 'restart',
  'try-restart': 'restart',
  'reload-or-restart': 'restart',
  'force-reload': 'restart',
  status: 'status',
  'is-active': 'is-active',
  'is-failed': 'is-failed',
  'is-enabled': 'is-enabled',
  enable: 'enable',
  'daemon-reload': 'daemon-reload',
};
const changing: readonly ServiceAction[] = ['start', 'stop', 'restart', 'enable', 'daemon-reload'];
const units = ['docker', 'docker.service', 'docker.socket'];
const useRestart = '`sudo systemctl restart docker` makes the daemon read its settings.';

/** Whether only root may ask for it. */
export function needsRoot(action: ServiceAction, asker: Asker): boolean {
  return asker === 'user' && changing.includes(action);
}

/** What `systemctl …`, `service …` or `journalctl …` asks for, or why it is refused; undefined for another program. */
export function serviceRequest([program, ...words]: readonly string[]):
  | ServiceRequest
  | HostRefusal
  | undefined {
  if (program === 'systemctl') return systemctl(words);
  if (program === 'service') return service(words);
  if (program === 'journalctl') return journalctl(words);
  return undefined;
}

function systemctl(words: readonly string[]): ServiceRequest | HostRefusal {
  const request: Partial<ServiceRequest> = {};
  const named: string[] = [];
  for (const word of words) {
    if (word === '--quiet' || word === '-q') request.quiet = true;
    else if (word === '--now') request.now = true;
    else if (/^(--no-pager|--full|-l|--system|--no-block|--no-ask-password)$/.test(word)) continue;
    else if (word.startsWith('-')) return { id: 'option', what: `\`systemctl\` with ${quotedWord(word)}` };
    else named.push(word);
  }
  const [name = 'list-units', ...asked] = named;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    return { id: 'action', what: `\`systemctl\` with ${quotedWord(name)}`, instead: instead(name) };
  return action === 'daemon-reload'
    ? { action }
    : (unknownUnit('systemctl', asked) ?? { ...request, action });
}

function service(words: readonly string[]): ServiceRequest | HostRefusal {
  const [unit = '--status-all', name = 'status'] = words;
  const refusal = unknownUnit('service', [unit]);
  if (refusal) return refusal;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const known = action === 'start' || action === 'stop' || action === 'restart' || action === 'status';
  if (known && words.length <= 2) return { action };
  return {
    id: 'action',
    what: `\`service ${unit}\` with ${quotedWord(words[2] ?? name)}`,
    instead: instead(name),
  };
}

function journalctl(words: readonly string[]): ServiceRequest | HostRefusal {
  const asked: string[] = [];
  let lines: number | undefined;
  const rest = words.flatMap(apart);
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '-u' || word === '--unit') asked.push(rest.shift() ?? '');
    else if (word === '-n' || word === '--lines') {
      const value = rest.shift() ?? '';
      if (!/^\d{1,5}$/.test(value))
        return { id: 'option-value', what: `\`journalctl -n\` with ${quotedWord(value)}` };
      lines = Number(value);
    } else if (!/^(-e|-x|-b|-q|--no-pager|--pager-end|--catalog|--boot|--quiet)$/.test(word)) {
      const follow = /^(-f|--follow)$/.test(word)
        ? 'Leave out `-f`: it shows what there is and ends.'
        : undefined;
      return { id: 'option', what: `\`journalctl\` with ${quotedWord(word)}`, instead: follow };
    }
  }
  const refusal = unknownUnit('journalctl -u', asked);
  return refusal ?? { action: 'journal', ...(lines === undefined ? {} : { lines }) };
}

/** `-xeu` as `-x`, `-e`, `-u`; `--lines=5` as two words. */
function apart(word: string): string[] {
  const long = /^(--[a-z-]+)=(.*)$/s.exec(word);
  if (long) return [long[1] ?? '', long[2] ?? ''];
  const [, letters = '', value = ''] = /^-([a-zA-Z]+)(\d*)$/.exec(word) ?? [];
  if (letters === '') return [word];
  return [...[...letters].map((letter) => `-${letter}`), ...(value === '' ? [] : [value])];
}

function unknownUnit(program: string, asked: readonly string[]): HostRefusal | undefined {
  if (asked.length === 0)
    return { id: 'unit', what: `\`${program}\` without a service`, instead: 'Name `docker`.' };
  const unknown = asked.find((unit) => !units.includes(unit));
  if (unknown === undefined) return undefined;
  return {
    id: 'unit',
    what: `\`${program}\` with ${quotedWord(unknown)}`,
    instead: 'The service is `docker`.',
  };
}

function instead(name: string): string | undefined {
  return name === 'reload' ? useRestart : undefined;
}
