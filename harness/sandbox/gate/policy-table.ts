/** The policy as Markdown, for people: generated from the data that decides, so that it cannot say something else. */
import { bodyRules } from './body-rules.ts';
import { hostConfigMembers } from './host-config.ts';
import { refusedRoutes } from './refused-routes.ts';
import { type Route, routes } from './routes.ts';
import type { Rule } from './rule.ts';

/** Markdown: the requests that are offered, the members of HostConfig, what is refused with advice. */
export function renderPolicyTable(): string {
  return [
    '### Requests',
    '',
    table(['Request', 'Query', 'Body', 'Upgrade'], routes.map(routeRow)),
    '',
    '### Query values of `POST /build`',
    '',
    table(['Key', 'Allowed'], rules(routes.find(({ path }) => path === '/build')?.query ?? {})),
    '',
    '### HostConfig',
    '',
    table(['Member', 'Allowed'], rules(hostConfigMembers)),
    '',
    '### Refused with advice',
    '',
    table(
      ['What', 'Instead'],
      refusedRoutes.map(({ what, instead }) => [what, instead]),
    ),
    '',
  ].join('\n');
}

function routeRow({ methods, path, query, body, upgrade }: Route): string[] {
  const keys = path === '/build' ? 'see below' : Object.keys(query).map(code).join(' ');
  const about = body === 'bytes' ? 'an archive' : body === 'none' ? '' : bodyRules[body].about;
  return [code(`${methods.join('|')} ${path}`), keys, about, upgrade === null ? '' : code(upgrade)];
}

const rules = (members: Readonly<Record<string, Rule>>): string[][] =>
  Object.entries(members)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { about }]) => [code(key), about]);

const code = (text: string) => `\`${text}\``;

function table(head: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
