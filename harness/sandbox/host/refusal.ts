/** Every reason for which the host refuses a command: what tests and reports tell refusals apart by. */
export const hostRefusalIds = [
  'request-form',
  'request-size',
  'request-time',
  'connections',
  'argument-form',
  'not-offered',
  'root-needed',
  'option',
  'option-value',
  'operand-missing',
  'operand-count',
  'place',
  'pattern',
  'log-file',
  'unit',
  'action',
] as const;
export type HostRefusalId = (typeof hostRefusalIds)[number];

/** Why the host refused a command. */
export interface HostRefusal {
  id: HostRefusalId;
  /** What was asked for, with its value, as the start of a sentence: `find -exec`. */
  what: string;
  /** What to use instead, one sentence, where there is something. */
  instead?: string | undefined;
}

const valueCap = 120;

/** A word of the student as a refusal quotes it: printable, at most 120 characters. */
export function quotedWord(word: string): string {
  const shown = word.replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return `‘${shown.length > valueCap ? `${shown.slice(0, valueCap)}…` : shown}’`;
}

/** What the student's sudo prints. */
export function hostRefusalMessage({ what, instead }: HostRefusal): string {
  const sentence = `drydock: ${what} is refused; this is a limit of the grading sandbox, not of Linux.`;
  return instead === undefined ? sentence : `${sentence} ${instead}`;
}
