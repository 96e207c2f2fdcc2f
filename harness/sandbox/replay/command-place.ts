/** Where in a line a command's name can stand: a file, a label or an option's value may be called the same. */

const start = String.raw`(?:^|[;&({\n]|\|\||&&|\b(?:do|then|else)\b)\s*`;
/** What may stand before the name and starts it: `LANG=C`, `sudo -u student`; and the folder the program is in. */
const before = String.raw`(?:(?:\w+=\S*|(?:sudo|env|exec|command|nice|nohup|stdbuf|time)(?:\s+-u\s+\S+|\s+-(?!u\s)\S+)*)\s+)*(?:/\S*/)?`;

/** Options of `docker exec` and `docker run` that take no value (docker CLI 28.2), and any that has it attached. */
const flag = String.raw`-[diqtP]+|--(?:detach|init|interactive|no-healthcheck|oom-kill-disable|privileged|publish-all|quiet|read-only|rm|sig-proxy|tty)|--[\w-]+=\S*|-[diqtP]*[^-\sdiqtP]\S+`;
const valued = String.raw`(?!(?:${flag})\s)--?[\w-]+\s+(?:"[^"]*"|'[^']*'|\S+)`;
const container = String.raw`\bdocker\s+(?:container\s+)?(?:exec|run)\s+(?:(?:${flag}|${valued})\s+)*[^-\s]\S*\s+`;
/** What a container's shell is told, up to where a command begins. */
const told = String.raw`\bdocker\s+(?:container\s+)?(?:exec|run)\s.*\s-[a-z]*c\s+["'](?:[^"']*[;&|({]\s*)?`;

/** A command's name is looked for in so many characters: patterns on a hostile megabyte would hold up the harness. */
const readCharacters = 4000;

/** Tells whether a command has one of `names`, a regular expression's part, where the terminal's own shell runs it. */
export function ownCommand(names: string, { behindPipe = true } = {}): (command: string) => boolean {
  const begin = behindPipe ? String.raw`(?:${start}|\|\s*)` : String.raw`(?<!\|\s{0,9})${start}`;
  return finder(new RegExp(`${begin}${before}(?:${names})`));
}

/** The same where `docker exec` or `docker run` starts it in a container. */
export function commandInside(names: string): (command: string) => boolean {
  return finder(new RegExp(`(?:${container}|${told})${before}(?:${names})`, 's'));
}

function finder(pattern: RegExp): (command: string) => boolean {
  return (command) => pattern.test(command.slice(0, readCharacters));
}
