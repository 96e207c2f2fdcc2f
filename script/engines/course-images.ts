import type Dockerode from 'dockerode';
import { prepareImages, repositoriesOf } from '../../harness/images/index.ts';
import type { EngineImages } from '../../harness/sandbox/index.ts';

/** The base image of build-noderun. */
export const courseImage = 'node:20-alpine3.17';

/** What an engine with build-noderun's base image is made of; prepares it where that was not done. */
export async function courseImages(docker: Dockerode): Promise<EngineImages> {
  const { engineImage, volume, images } = await prepareImages({
    docker,
    images: [courseImage],
    progress: ({ en }) => void process.stderr.write(`${en}\n`),
  });
  const image = images[courseImage];
  const own = image ? [image] : [];
  return { engineImage, volume, plans: own.map(({ slug }) => slug), repositories: repositoriesOf(own) };
}
