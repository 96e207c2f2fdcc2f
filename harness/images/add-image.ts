import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../text.ts';
import { buildImage } from './build-image.ts';
import { catalogImage } from './catalog.ts';
import { checkImage } from './check-image.ts';
import type { GoldenImage, ImageOrigin, ImageSource } from './golden-store.ts';
import { imageUnavailable } from './image-trouble.ts';
import { mirrorsIn, repositoryLists } from './mirrors.ts';
import type { PreparingEngine } from './preparing-engine.ts';
import { buildFolder, recipesFolder } from './recipe.ts';
import type { SourceOptions } from './sources.ts';
import { fetchFrom } from './sources.ts';
import { writePlan } from './write-plan.ts';

/**
 * Builds an image that the course builds itself; for another one, tries the sources in order until one gives an image
 * that is what the catalog promises.
 */
export async function addImage(
  reference: string,
  sources: readonly ImageSource[],
  options: SourceOptions,
): Promise<GoldenImage> {
  const { engine, progress } = options;
  const build = catalogImage(reference)?.build;
  if (build) {
    progress({ ko: `\`${reference}\` 이미지를 빌드하는 중…`, en: `Building \`${reference}\`…` });
    await buildImage(reference, buildFolder(build.context), engine);
    const [problem] = await problemsOf(reference, engine);
    if (problem) throw imageUnavailable(reference, [problem]);
    return described(reference, 'build', engine);
  }
  const attempts: Text[] = [];
  for (const source of sources) {
    const reason = await fetchFrom[source](reference, options);
    if (reason) {
      attempts.push(reason);
      continue;
    }
    const [problem] = await problemsOf(reference, engine);
    if (!problem) return described(reference, source, engine);
    attempts.push({ ko: `${source}: ${problem.ko}`, en: `${source}: ${problem.en}` });
    progress({
      ko: `쓸 수 없는 이미지입니다: ${problem.ko}`,
      en: `That image cannot be used: ${problem.en}`,
    });
  }
  throw imageUnavailable(reference, attempts);
}

async function described(
  reference: string,
  source: ImageOrigin,
  engine: PreparingEngine,
): Promise<GoldenImage> {
  return { ...(await writePlan(engine, reference, source)), mirrors: await mirrorsOf(reference, engine) };
}

async function problemsOf(reference: string, engine: PreparingEngine): Promise<Text[]> {
  const expects = catalogImage(reference)?.expects;
  if (!expects) return [];
  return checkImage(expects, {
    config: async () =>
      JSON.parse(await engine.succeed(['docker', 'image', 'inspect', reference]))[0]?.Config,
    run: (command) => look(reference, engine, command),
  });
}

/** The hosts in an image's own lists of package repositories (apk, apt, yum); none in one that has no such list. */
async function mirrorsOf(reference: string, engine: PreparingEngine): Promise<string[]> {
  return mirrorsIn(await look(reference, engine, ['sh', '-c', `cat ${repositoryLists} 2>/dev/null || true`]));
}

async function look(reference: string, engine: PreparingEngine, command: readonly string[]): Promise<string> {
  const { stdout, stderr } = await engine.run(['sh', '-c', lookScript(), 'look', reference, ...command]);
  return `${stdout}${stderr}`;
}

function lookScript(): string {
  return readFileSync(join(recipesFolder, 'engine', 'look.sh'), 'utf8');
}
