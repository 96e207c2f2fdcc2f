/** Where package managers keep their lists of repositories: apk, apt (both formats), yum. */
export const repositoryLists =
  '/etc/apk/repositories /etc/apt/sources.list /etc/apt/sources.list.d/* /etc/yum.repos.d/*';

/** The hosts that lists of package repositories name, each once, in lower case; comments do not count. */
export function mirrorsIn(lists: string): string[] {
  const active = lists.split('\n').filter((line) => !line.trim().startsWith('#'));
  const urls = active.join('\n').matchAll(/\bhttps?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:\s?]|$)/gi);
  return [...new Set([...urls].map((found) => (found[1] ?? '').toLowerCase()))];
}
