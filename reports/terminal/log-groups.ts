import type { Result } from '../../harness/result.ts';

/**
 * How a CI service folds its log. `github`: `::group::` lines; between them nothing is a command but for the token, which
 * nobody can guess. `gitlab`: sections, which begin with an escape sequence that no student's text has.
 */
export type LogGroups = { service: 'github'; token: string } | { service: 'gitlab' };

/** A block of lines that can be folded to its heading, in the form of the CI service that shows the log. */
export function folded(
  { heading, block, result, index }: { heading: string; block: string; result: Result; index: number },
  groups: LogGroups,
): string {
  if (groups.service === 'github') {
    const data = heading.trim().replaceAll('%', '%25');
    return `::group::${data}\n${guarded(block, groups)}::endgroup::\n`;
  }
  // GitLab shows how long a section took: as long as grading did.
  const began = Math.floor(Date.parse(result.startedAt) / 1000);
  const ended = began + Math.round(Object.values(result.phases).reduce((sum, ms) => sum + ms, 0) / 1000);
  const name = `drydock_${index + 1}`;
  const shut = result.score === result.max ? 'true' : 'false';
  const mark = (text: string) => `\u001b[0K${text}\r\u001b[0K`;
  return `${mark(`section_start:${began}:${name}[collapsed=${shut}]`)}${heading.trim()}\n${block}${mark(`section_end:${ended}:${name}`)}\n`;
}

/** A block in which the CI service takes nothing for a command of its own. */
export function guarded(block: string, groups: LogGroups): string {
  return groups.service === 'github'
    ? `::stop-commands::${groups.token}\n${block}::${groups.token}::\n`
    : block;
}
