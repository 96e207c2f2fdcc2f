import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classroom50 } from '../../../reports/index.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { submissionOf } from './classroom50-submission.ts';
import { readResults } from './read-results.ts';
import { scriptPathBelow } from './script-path.ts';

/**
 * `drydock classroom50`: leaves what Classroom 50's runner reads of an autograder: `result.json`, `release-body.md`, and
 * status and summary as outputs of the step. A failure of the machine leaves no result, and is the exit code.
 */
export async function leaveForClassroom50(
  { cwd, env, err }: CommandContext,
  paths: readonly string[],
  { lang, dir }: CommonOptions & { readonly dir: string },
): Promise<ExitCode> {
  const { results } = await readResults(paths, cwd);
  const options = { locale: lang, scriptPath: scriptPathBelow(dir, cwd) };
  const { status, summary, result, releaseBody } = classroom50(results, submissionOf(env), options);
  if (result !== undefined) await writeFile(join(cwd, 'result.json'), result);
  await writeFile(join(cwd, 'release-body.md'), releaseBody);
  if (env.GITHUB_OUTPUT) await appendFile(env.GITHUB_OUTPUT, `status=${status}\nsummary=${summary}\n`);
  await err.write(`${summary}\n`);
  return status === 'error' ? exitCode.machine : exitCode.graded;
}
