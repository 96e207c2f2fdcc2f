import type { Text } from '../text.ts';

/** Something that a grader or one of its cases does not keep, for its author. */
export interface Fault {
  /** The case (`mutants/wrong-tag`), or the check or message that is meant. */
  subject: string;
  /** What is wrong, with the value found and the one expected. */
  text: Text;
  /** What to do about it. */
  next: Text;
}
