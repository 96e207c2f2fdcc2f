import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '../../result.ts';

/**
 * Where a graded script lies below a folder that held assignment folders or was one, relative to where the command was
 * typed; as if it held them where there is no such file any more.
 */
export function scriptPathBelow(dir: string, cwd: string): (result: Result) => string {
  return ({ assignment, script }) => {
    const [inFolder, itself] = [join(dir, assignment, script), join(dir, script)];
    return !existsSync(resolve(cwd, inFolder)) && existsSync(resolve(cwd, itself)) ? itself : inFolder;
  };
}
