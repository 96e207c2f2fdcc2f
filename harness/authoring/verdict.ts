import { CheckFailure, type Message } from '../errors.ts';

/** Fails the check that is running, with a message for the student and the script line to blame, when known. */
export function reject(said: Message, line: number | null = null): never {
  throw new CheckFailure(said, line);
}

/** Fails the check that is running unless the condition holds. */
export function ensure(condition: unknown, said: Message, line: number | null = null): asserts condition {
  if (!condition) reject(said, line);
}
