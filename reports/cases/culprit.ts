import type { CheckResult, CommandRecord, Result } from '../../harness/result.ts';

/** The command of the student's script that a check blames, where the replay recorded it. */
export function blamedCommand(result: Result, check: CheckResult): CommandRecord | undefined {
  const { line } = check;
  if (line === null) return undefined;
  return result.evidence.commands.find((command) => command.line <= line && line <= command.endLine);
}

/** The checks to fix before a blocked one can be looked at: those at the root, in the order the student reads them. */
export function rootCauses(result: Result, check: CheckResult): CheckResult[] {
  const roots = new Set<string>();
  const visited = new Set<string>();
  const follow = (id: string): void => {
    const found = result.checks.find((each) => each.id === id);
    if (!found || visited.has(id)) return;
    visited.add(id);
    if (found.status === 'failed' || found.status === 'error') roots.add(id);
    if (found.status === 'blocked') found.needs.forEach(follow);
  };
  check.needs.forEach(follow);
  return result.checks.filter((each) => roots.has(each.id));
}
