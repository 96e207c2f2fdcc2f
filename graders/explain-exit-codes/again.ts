/** What no event and no flag tells for sure is seen happen again, under a shell that watches. */
import { type CheckContext, type Container, ensure } from '#harness';
import { say } from './messages.ts';
import { quoted } from './shell-words.ts';

type Context = Pick<CheckContext, 'docker' | 'shell'>;

/** What waits, say a server that was killed by `docker exec`, is bounded by `timeout` where the image has it. */
const bounded = `limit=
! command -v timeout >/dev/null || limit='timeout -s KILL 6'
`;

/**
 * Runs the command of a container as a child of a shell, in a container with the same files, variables and folder, and
 * gives what the shell printed. `watcher` is the shell's script, in which `$limit "$@"` is the command.
 */
export async function again(
  { docker, shell }: Context,
  { id, imageId, command }: Container,
  watcher: string,
  options = '',
): Promise<string> {
  ensure(await docker.image(imageId), say.noImage());
  const words = [bounded + watcher, 'sh', ...command].map(quoted).join(' ');
  const run = `docker run --rm --init --network none --volumes-from ${id} ${options} --entrypoint sh`;
  return shell(`timeout 20 ${run} "$(docker commit ${id})" -c ${words}`);
}
