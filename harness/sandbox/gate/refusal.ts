/** Why the gate refused a request. */
export interface Refusal {
  /** The rule's name, kebab-case, stable: what tests and reports tell refusals apart by. */
  id: string;
  /** What was asked for, with its value, as the start of a sentence: `HostConfig.Privileged`. */
  what: string;
  /** What to use instead, one sentence, where there is something. */
  instead?: string | undefined;
}

const valueCap = 120;

/** A value as a refusal quotes it: JSON, at most 120 characters. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > valueCap ? `${text.slice(0, valueCap)}…` : text;
}

/** What the student's docker prints after `Error response from daemon:`. */
export function refusalMessage({ what, instead }: Refusal): string {
  const sentence = `drydock: ${what} is refused; this is a limit of the grading sandbox, not of Docker.`;
  return instead === undefined ? sentence : `${sentence} ${instead}`;
}
