import { type GitCommand, type GitEnd, runGit } from './git-process.ts';

/** What a run of git printed, at most `capBytes` of it: more ends it, and is no answer. */
export async function gitOutput(
  command: GitCommand,
  capBytes: number,
): Promise<GitEnd & { readonly stdout: Buffer }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const end = await runGit(command, async (stdout) => {
    for await (const chunk of stdout) {
      bytes += (chunk as Buffer).length;
      if (bytes > capBytes) return;
      chunks.push(chunk as Buffer);
    }
  });
  const stdout = Buffer.concat(chunks);
  return bytes > capBytes ? { ...end, ok: false, cause: 'size', stdout } : { ...end, stdout };
}
