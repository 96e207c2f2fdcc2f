import type { ApiCall, CommandRecord } from '../../result.ts';

/**
 * Whether the terminal's way to the gate was broken all along: the Docker CLI says that nothing listens at the gate's
 * own address, and not one request came through. A daemon that the student stopped is told of by the gate itself, in
 * other words. Such commands failed by no fault of the student's, so they must not become a score.
 */
export function neverReached(
  commands: readonly Pick<CommandRecord, 'output'>[],
  calls: readonly ApiCall[],
  gateAddress: string,
): boolean {
  const complaint = new RegExp(
    `(?:connect to the Docker (?:daemon|API)|dial unix)[^\\n]*${RegExp.escape(gateAddress)}`,
    'i',
  );
  return calls.length === 0 && commands.some(({ output }) => complaint.test(output));
}
