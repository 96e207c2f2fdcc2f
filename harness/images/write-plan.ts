import { catalogImage } from './catalog.ts';
import type { GoldenImage, ImageOrigin } from './golden-store.ts';
import { preparationFailed } from './image-trouble.ts';
import type { StoredLayer } from './plan.ts';
import { chainIds, namesOf, planPaths, slugOf } from './plan.ts';
import type { PreparingEngine } from './preparing-engine.ts';
import { buildVersion, kitVersion } from './recipe.ts';

/** Set by the kit on its images, so that one which was pushed or saved somewhere is still known for what it is. */
const standInLabel = 'drydock.stand-in';

interface Inspected {
  Id: string;
  Size: number;
  Config?: { Labels?: Record<string, string> | null };
  RootFS: { Layers?: string[] };
}

/** Writes what a fresh engine needs of an image into `plan/` of the volume, and returns its entry of the store. */
export async function writePlan(
  engine: PreparingEngine,
  reference: string,
  source: ImageOrigin,
): Promise<GoldenImage> {
  const image = await inspected(engine, reference);
  const layers = await layersOf(engine, chainIds(image.RootFS.Layers ?? []));
  const slug = slugOf(reference);
  const paths = planPaths(image.Id, layers);
  // A file of a plan is complete once it has its name.
  const script = `cd /golden && mkdir -p plan
for path; do case $path in *\\?) [ -e "\${path%?}" ] && echo "\${path%?}" ;; *) echo "$path" ;; esac; done > plan/.paths
tar -cf plan/.tar -T plan/.paths && mv plan/.tar "plan/$0.tar" && printf '%s' "$LAYERS" > plan/.layers && mv plan/.layers "plan/$0.layers" && rm plan/.paths`;
  const list = layers.map(({ directory }) => `${directory}\n`).join('');
  await engine.succeed(['env', `LAYERS=${list}`, 'sh', '-c', script, slug, ...paths]);
  const names = JSON.parse(await engine.succeed(['cat', '/golden/image/overlay2/repositories.json']));
  const standIn = image.Config?.Labels?.[standInLabel] !== undefined;
  const kit = source === 'kit' ? catalogImage(reference)?.kit : undefined;
  const build = source === 'build' ? catalogImage(reference)?.build : undefined;
  return {
    id: image.Id,
    standIn,
    source,
    slug,
    names: namesOf(names, reference, image.Id),
    sizeBytes: image.Size,
    ...(kit ? { kit: { name: kit, version: kitVersion(kit) } } : {}),
    ...(build
      ? {
          build: {
            ...build,
            version: buildVersion(build.context),
            fromId: (await inspected(engine, build.from)).Id,
          },
        }
      : {}),
  };
}

async function inspected(engine: PreparingEngine, reference: string): Promise<Inspected> {
  const [image] = JSON.parse(await engine.succeed(['docker', 'image', 'inspect', reference])) as Inspected[];
  if (image) return image;
  throw preparationFailed('PREPARE_PLAN', { ko: '이미지가 없습니다', en: 'There is no image' }, reference);
}

/** Where dockerd keeps the layers of a chain. */
async function layersOf(engine: PreparingEngine, chain: readonly string[]): Promise<StoredLayer[]> {
  const script = `cd /golden && for chain; do
  directory=$(cat "image/overlay2/layerdb/sha256/$chain/cache-id") && echo "$chain $directory $(cat "overlay2/$directory/link")" || exit 1
done`;
  const output = await engine.succeed(['sh', '-c', script, 'layers', ...chain]);
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [chainId = '', directory = '', link = ''] = line.split(' ');
      return { chainId, directory, link };
    });
}
