import type { Grader } from '../authoring/index.ts';
import type { Case } from './cases.ts';
import type { Fault } from './fault.ts';
import type { Tried } from './tried.ts';

/**
 * Checks that no mutant fails and messages that none produces, advice among them: a check that nothing fails proves
 * nothing. What a variant or the starter earns does not count: nobody has said that it is a mistake. Of mutants that
 * were `left` ungraded the promise counts.
 */
export function coverageFaults(
  grader: Grader,
  messageIds: readonly string[],
  tried: readonly Tried[],
  left: readonly Case[] = [],
): Fault[] {
  const mutants = tried.filter(({ case: { kind } }) => kind === 'mutant');
  const checks = mutants.flatMap(({ result }) => result.checks);
  const failed = checks.filter(({ status }) => status === 'failed');
  const promised = left.flatMap(({ expectation }) => Object.entries(expectation?.checks ?? {}));
  const failedIds = new Set([...failed.map(({ id }) => id), ...promised.map(([id]) => id)]);
  const said = new Set([
    ...failed.map(({ messageId }) => messageId),
    ...promised.map(([, message]) => message),
  ]);
  return [
    ...grader.checks.filter(({ id }) => !failedIds.has(id)).map(({ id }) => unfailed(grader.assignment, id)),
    ...messageIds.filter((id) => !said.has(id)).map((id) => unsaid(grader.assignment, id)),
  ];
}

function unfailed(slug: string, id: string): Fault {
  return {
    subject: id,
    text: { ko: '이 검사에 실패하는 변이가 없습니다', en: 'no mutant fails this check' },
    next: {
      ko: `\`graders/${slug}/mutants/\` 폴더에 이 검사가 잡아야 할 실수를 하나 만드세요.`,
      en: `Write the mistake that it must catch into \`graders/${slug}/mutants/\`.`,
    },
  };
}

function unsaid(slug: string, id: string): Fault {
  return {
    subject: id,
    text: { ko: '이 메시지를 만들어 내는 변이가 없습니다', en: 'no mutant produces this message' },
    next: {
      ko: `이 메시지를 보게 될 실수를 \`graders/${slug}/mutants/\` 폴더에 만들거나, 메시지를 지우세요.`,
      en: `Write the mistake that earns it into \`graders/${slug}/mutants/\`, or remove the message.`,
    },
  };
}
