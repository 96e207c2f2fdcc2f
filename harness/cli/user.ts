import { homedir, userInfo } from 'node:os';
import type { Environment } from './output.ts';

/** The name of the user this process runs as; the numeric id where the machine knows no name, as in many containers. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}

/** The user's home; the root folder for a user whom the machine does not know, where nothing of theirs will be found. */
export function homeFolder(env: Environment): string {
  try {
    return env.HOME || homedir();
  } catch {
    return '/';
  }
}
