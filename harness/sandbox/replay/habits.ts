/** What the words of a command tell about how it ends. Asked only when it has not ended for a while. */
import type { StreamKind } from '../gate/index.ts';
import { commandInside, ownCommand } from './command-place.ts';

/** Nothing more is said: no file, no command to take the input from. */
const alone = String.raw`\s*(?:$|[;&|)\n])`;

const endlessLoop =
  /\bwhile\s+(?:true|:|sleep\s+\S+|\[{1,2}\s*(?:1|true)\s*\]{1,2}|\(\(\s*1\s*\)\))\s*(?:;|\n)|\buntil\s+false\s*(?:;|\n)|\bfor\s*\(\(\s*[^;)]*;\s*;[^)]*\)\)/;
const leavesLoop = /\b(?:break|exit|return)\b/;
/** The name ends here. */
const end = String.raw`(?=\s|$|[;&|)"'])`;
const follows = [
  String.raw`tail\b[^|;&\n]*\s(?:-\w*[fF]|--follow)`,
  String.raw`journalctl\b[^|;&\n]*\s-\w*f`,
  String.raw`ping6?\s(?![^|;&\n]*-c)`,
  String.raw`watch\s`,
  String.raw`top\s+-b(?![^|;&\n]*-n)`,
  // What it writes to ends it.
  `yes${end}(?![^;&\\n]*\\|)`,
  String.raw`vmstat\s+\d+\s*$`,
].join('|');
const screens = `(?:vi|vim|nvim|view|visudo|nano|pico|less|more|man|htop|mc|top(?!\\s+-b))${end}`;
const reader = ownCommand(
  String.raw`(?:read\b[^;&|<\n]*|cat(?:\s+-)?(?:\s*>>?\s*\S+)?|bash|sh|dash|zsh|python3?|node|mysql\b[^;&|<\n]*|bc|sort|wc|tee(?:\s+\S+)*|passwd|select\b.*)${alone}`,
  { behindPipe: false },
);
const shellAtEnd =
  /\s(?:\/\S*\/)?(?:sh|bash|ash|dash|zsh|mysql|mongo|mongosh|redis-cli|psql|python3?|node|irb)(?:\s+-[il]+)*\s*(?:#.*)?$/;

/** A command without what Docker is told in quotes, which runs in a container. */
export function ownWords(command: string): string {
  const unquoted = command.replace(/"[^"]*"|'[^']*'/g, '""');
  return /\bdocker\b/.test(unquoted) ? unquoted : command;
}

/** `while true`, `for ((;;))`, `until false` with nothing in it that leaves the loop. */
export function isEndlessLoop(command: string): boolean {
  return endlessLoop.test(command) && !leavesLoop.test(command);
}

/** `tail -f`, `ping`, `watch`, `top -b` in the terminal: shows more for ever. */
export const isFollower = ownCommand(follows);

/** The same where Docker starts it in a container. */
export const isFollowerInside = commandInside(follows);

/** An editor, a pager or `top` in the terminal. */
export const isFullScreen = ownCommand(screens);

/** The same where Docker starts it in a container. */
export const isFullScreenInside = commandInside(screens);

/** Reads what is typed: `read`, `cat` alone, an interpreter. Not one that says it waits for something else. */
export function isReader(command: string): boolean {
  return reader(command) && !isPatient(command);
}

/** Waits for something other than the keyboard. */
export const isPatient = ownCommand(
  String.raw`(?:sleep|wait|timeout|apt|apt-get|npm|make|git|docker(?:\s+(?:container\s+)?(?:stop|restart|wait|build|pull|push|load|save|import|export|commit|rm|rmi))?)${end}`,
);

/** How long a command says that it sleeps, here or in a container, in milliseconds. */
export function sleepsMs(command: string): number {
  const seconds = [...command.matchAll(/\bsleep\s+(\d{1,4}(?:\.\d+)?)\b/g)].map((match) => Number(match[1]));
  return seconds.reduce((sum, one) => sum + one, 0) * 1000;
}

/** When `timeout 5 docker logs -f web` ends it at the latest, in milliseconds; 0 without a `timeout`. */
export function timesOutMs(command: string): number {
  const deadlines = command.matchAll(
    /(?<![-\w])timeout\s+(?:-[ks]\s+\S+\s+|-\S+\s+)*(\d{1,5}(?:\.\d+)?)([smh]?)(?=\s)/g,
  );
  const units: Record<string, number> = { m: 60_000, h: 3_600_000 };
  return [...deadlines].reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 1000), 0);
}

/** `docker exec -it web sh`, `docker run -it ubuntu bash`: its last word is a shell. */
export function endsInShell(command: string): boolean {
  return shellAtEnd.test(command.trimEnd());
}

/** `docker attach`, `docker container attach`. */
export function isAttach(command: string): boolean {
  return /\bdocker\s+(?:container\s+)?attach\b/.test(command);
}

/** `docker exec -it`, `run -it`, `start -ai`, `attach`: a person types on, into what it opens. */
export function wantsSession(command: string): boolean {
  const [, verb = '', rest = ''] = /\bdocker\s+(?:container\s+)?(exec|run|start)\b(.*)$/s.exec(command) ?? [];
  if (/\s(?:-[a-z]*d[a-z]*|--detach)(?=\s)/.test(rest)) return false;
  const flag =
    verb === 'start' ? /\s(?:-[a-z]*i[a-z]*|--interactive)(?=\s)/ : /\s(?:-[a-z]*t[a-z]*|--tty)(?=\s)/;
  return isAttach(command) || (verb !== '' && flag.test(rest));
}

const callWords: Partial<Record<StreamKind, RegExp>> = {
  attach: /\b(?:attach|run|start)\b/,
  exec: /\bexec\b/,
  logs: /\blogs\b/,
  events: /\bevents\b/,
  stats: /\bstats\b/,
};

/** Whether the words of a command tell of a call of this kind. */
export function opensCall(command: string, kind: StreamKind): boolean {
  return command.includes('docker') && (callWords[kind]?.test(command) ?? true);
}

/**
 * Changes the prompt of the shell itself, from which the replay knows that it waits. What a container is told, and what
 * an editor or a reader has open, is not the shell's.
 */
export function changesPrompt(command: string): boolean {
  if (isFullScreen(command) || isReader(command)) return false;
  return /\bPS1\b|PROMPT_COMMAND|bashrc|\bprofile\b/.test(command.replace(/\bdocker\b[^;&|\n]*/g, ''));
}
