import type { Assignment } from '../manifest/index.ts';
import { sandboxTexts, scriptText } from '../sandbox/index.ts';
import type { Text } from '../text.ts';
import { noScript, nothingHandedIn } from './refusals.ts';
import { blockedBy } from './run-checks.ts';

/** Something that a student may be told whatever the grader, said of an example. */
export interface HarnessText {
  id: string;
  /** English: when it is said. */
  when: string;
  text: Text;
}

/** What the harness itself says to students, made by the code that says it. */
export function harnessTexts(assignment: Assignment): HarnessText[] {
  const { limits, down } = sandboxTexts();
  const submission = {
    files: [{ path: 'notes.txt', bytes: Buffer.from('later'), executable: false }],
    hash: '',
    skipped: [],
  };
  const handedIn = [
    nothingHandedIn(`~/${assignment.id}`, assignment),
    noScript(assignment, submission),
    noScript(assignment, { ...submission, skipped: [assignment.script] }),
  ];
  const unreadable = [Buffer.from([0xff, 0xfe]), Buffer.from([0x0a, 0]), Buffer.from([0x0a, 0xb0])];
  const refused = unreadable.flatMap((bytes) => {
    const read = scriptText(bytes, assignment.script);
    return read.kind === 'refused' ? [read.refusal] : [];
  });
  return [
    {
      id: 'blocked',
      when: 'a check that it needs did not pass',
      text: blockedBy([{ title: assignment.title }]),
    },
    ...down.map(([id, text]) => ({ id, when: 'the script left the Docker daemon down', text })),
    ...limits.map(([id, text]) => ({ id, when: 'a limit of the sandbox was reached', text })),
    ...[...handedIn, ...refused].map(({ code: id, message: text }) => ({
      id,
      when: 'nothing can be replayed',
      text,
    })),
  ];
}
