import { tarOf } from './archive.ts';
import { buildFailed } from './image-trouble.ts';
import { proxyVariables } from './preparing-container.ts';
import type { PreparingEngine } from './preparing-engine.ts';

/** As long as a slow mirror needs for a handful of packages. */
const buildTimeoutMs = 10 * 60_000;

/**
 * Builds an image in the preparing engine from a folder with a Dockerfile; what it starts from must be there already.
 * With the machine's network: the preparing engine cannot make another one, and packages may have to be fetched.
 * Throws SandboxError `IMAGE_BUILD` (or `DISK_FULL`) with the end of the build's output.
 */
export async function buildImage(reference: string, folder: string, engine: PreparingEngine): Promise<void> {
  const context = '/tmp/build-context';
  await engine.put(await tarOf(folder), context);
  // Without a value, docker takes it from its environment, where the preparing engine has the machine's.
  const proxies = proxyVariables.flatMap((name) => ['--build-arg', name]);
  const build = ['docker', 'build', '--progress', 'plain', '--network', 'host', ...proxies, '-t', reference];
  try {
    const { exitCode, stderr } = await engine.run([...build, context], buildTimeoutMs);
    if (exitCode !== 0) throw buildFailed(reference, stderr);
  } finally {
    await engine.run(['rm', '-rf', context]).catch(() => undefined);
  }
}
