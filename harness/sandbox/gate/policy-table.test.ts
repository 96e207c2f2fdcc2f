import { expect, it } from 'vitest';
import { hostConfigMembers } from './host-config.ts';
import { renderPolicyTable } from './policy-table.ts';
import { routes } from './routes.ts';

const lines = renderPolicyTable().split('\n');

it('has a row for every route and every member of HostConfig', () => {
  for (const { methods, path } of routes) {
    const request = `| \`${methods.join('\\|')} ${path}\` |`;
    expect(lines.filter((line) => line.startsWith(request))).toHaveLength(1);
  }
  for (const key of Object.keys(hostConfigMembers))
    expect(lines.some((line) => line.startsWith(`| \`${key}\` |`))).toBe(true);
});

it('says in words what is allowed', () => {
  expect(lines).toContain('| `Privileged` | not set |');
  expect(lines).toContain('| `cgroupparent` | not set |');
  expect(lines).toContain('| `remote` | one of `client-session`, `upload-request` |');
  expect(lines).toContain('| `POST /grpc` |  |  | `h2c` |');
});

it('is a Markdown table throughout: each row has as many cells as its head', () => {
  const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
  let width = 0;
  for (const line of lines) {
    if (!line.startsWith('|')) width = 0;
    else if (width === 0) width = cells(line);
    else expect(cells(line)).toBe(width);
  }
});
