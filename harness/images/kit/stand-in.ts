import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tarOf } from '../archive.ts';
import { kitToolMissing, preparationFailed } from '../image-trouble.ts';
import type { PreparingEngine } from '../preparing-engine.ts';
import { kitFolders } from '../recipe.ts';

/** The last Node.js 20 that Docker Hub has on Alpine 3.17. */
const nodeVersion = '20.10.0';
/** The npm that came with it. */
const npmVersion = '10.2.3';
const fetchTimeout = '180s';
/** Some recipes download packages of the engine's distribution. */
const assembleTimeoutMs = 240_000;

/** Docker's names of architectures, and npm's. */
const npmArchitecture: Record<string, string> = { amd64: 'x64', arm64: 'arm64' };

/** What a recipe needs from elsewhere, laid beside it before it starts; gives the recipe's further arguments. */
const fetched: Readonly<Record<string, typeof fetchNode>> = { node: fetchNode };

/**
 * Makes a stand-in for an image by a recipe inside the preparing engine and loads it there under the course's own name;
 * the outer daemon never sees it. Throws UsageError when npm is missing and SandboxError when a step fails.
 */
export async function makeStandIn(
  kit: string,
  reference: string,
  engine: PreparingEngine,
  signal?: AbortSignal,
): Promise<void> {
  const architecture = (await engine.succeed(['dpkg', '--print-architecture'])).trim();
  const work = `/golden/kit-${kit}`;
  const folder = await mkdtemp(join(tmpdir(), 'drydock-kit-'));
  try {
    const more = (await fetched[kit]?.(folder, architecture, signal)) ?? [];
    for (const part of [...kitFolders(kit), folder]) await engine.put(await tarOf(part), work);
    const assemble = 'cd "$0" && sh assemble.sh "$@" && docker load -q -i image.tar';
    await engine.succeed(['sh', '-c', assemble, work, reference, architecture, ...more], assembleTimeoutMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await engine.run(['rm', '-rf', work]).catch(() => undefined);
  }
}

async function fetchNode(
  folder: string,
  architecture: string,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const node = `node-linux-${npmArchitecture[architecture] ?? architecture}`;
  const packages = [`${node}@${nodeVersion}`, `npm@${npmVersion}`];
  const { $ } = await import('zx');
  const fetching = $({ quiet: true, nothrow: true, timeout: fetchTimeout, ...(signal ? { signal } : {}) });
  const result = await fetching`npm pack --silent ${packages} --pack-destination ${folder}`;
  signal?.throwIfAborted();
  if (result.exitCode === 127) throw kitToolMissing('npm', 'sudo apt-get install -y npm');
  if (result.exitCode !== 0) {
    const what = {
      ko: `npm에서 ${packages.join(', ')} 패키지를 받지 못했습니다`,
      en: `npm could not fetch ${packages.join(', ')}`,
    };
    throw preparationFailed('KIT_NODE', what, result.stderr || result.stdout);
  }
  await rename(join(folder, `${node}-${nodeVersion}.tgz`), join(folder, 'node.tgz'));
  await rename(join(folder, `npm-${npmVersion}.tgz`), join(folder, 'npm.tgz'));
  return [nodeVersion];
}
