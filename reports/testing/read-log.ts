/** A group of lines as GitHub folds it. */
interface Group {
  title: string;
  lines: string[];
}

/**
 * A log as GitHub's runner reads it: a line that begins with `::` after any white space is a command, and so is `##[`
 * anywhere in a line, until `stop-commands` names the token that alone is listened to. Throws on what it cannot pair.
 */
export function readGitHubLog(log: string): { commands: string[]; groups: Group[] } {
  const commands: string[] = [];
  const groups: Group[] = [];
  let open: Group | undefined;
  let token: string | undefined;
  for (const line of log.split(/\r?\n/)) {
    const [, name, data = ''] = /^\s*::([^\s:]+)[^:]*::(.*)$/.exec(line) ?? [];
    const heard = name !== undefined && (token === undefined || name === token);
    if (token === undefined && /##\[/.test(line)) throw new SyntaxError(`a command of the old form: ${line}`);
    if (!heard) open?.lines.push(line);
    else {
      commands.push(name);
      if (name === token) token = undefined;
      else if (name === 'stop-commands') token = data;
      else if (name === 'group' && open === undefined) open = { title: data, lines: [] };
      else if (name === 'endgroup' && open !== undefined) {
        groups.push(open);
        open = undefined;
      } else throw new SyntaxError(`a command that nobody meant: ${line}`);
    }
  }
  if (token !== undefined || open !== undefined) throw new SyntaxError('the log ends inside a group');
  return { commands, groups };
}

/** The escape sequence around a mark of GitLab's, as a regular expression. */
const erase = '\u001b\\[0K';

interface Section {
  name: string;
  collapsed: boolean;
  seconds: number;
}

/** A log as GitLab reads it: sections in the order they end, and the text without what marks them. */
export function readGitLabLog(log: string): { sections: Section[]; rest: string } {
  const marks = new RegExp(`${erase}section_(start|end):(\\d+):([\\w.-]+)(\\[[^\\]]*\\])?\r${erase}`, 'g');
  const sections: Section[] = [];
  const open = new Map<string, { began: number; collapsed: boolean }>();
  for (const [, kind, time, name = '', options = ''] of log.matchAll(marks)) {
    const begun = open.get(name);
    if (kind === 'start')
      open.set(name, { began: Number(time), collapsed: options.includes('collapsed=true') });
    else if (begun === undefined) throw new SyntaxError(`section ${name} ends before it begins`);
    else {
      sections.push({ name, collapsed: begun.collapsed, seconds: Number(time) - begun.began });
      open.delete(name);
    }
  }
  if (open.size > 0) throw new SyntaxError(`sections without an end: ${[...open.keys()].join()}`);
  return { sections, rest: log.replace(marks, '') };
}
