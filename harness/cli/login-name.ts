import { userInfo } from 'node:os';

/** The name of the user this process runs as; the numeric id where the machine knows no name, as in many containers. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
