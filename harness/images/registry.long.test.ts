import { expect, test } from 'vitest';
import { LoopbackRegistry, registryProgram } from './loopback-registry.test-support.ts';
import { lockName } from './prepare-lock.ts';
import { PreparingEngine } from './preparing-engine.ts';
import { nodeImage, outer, StoreForTest, sandboxOf, typed } from './store-for-test.test-support.ts';

const sharing = 'shared:1';

/** Pushes the kit's image, and one that shares its layers, from the kit's store into a registry. */
async function fillRegistry(registry: LoopbackRegistry, test: StoreForTest): Promise<void> {
  const { engineImage, volume } = await test.prepare({ sources: ['kit'] });
  const name = lockName(test.namespace);
  const engine = await PreparingEngine.start(outer, { image: engineImage, volume, volumeLabels: {}, name });
  if (!engine) throw new Error(`${name} is taken`);
  await using _ = engine;
  // COPY and no RUN: the preparing engine cannot make a network for a container.
  const push = `mkdir /tmp/shared && cd /tmp/shared && echo shared >shared
printf 'FROM ${nodeImage}\\nCOPY shared /shared\\n' | docker build -q -t ${sharing} -f - .
for image in ${nodeImage} ${sharing}; do
  docker tag $image ${registry.host}/library/$image && docker push -q ${registry.host}/library/$image
done`;
  await engine.succeed(['sh', '-ec', push], 120_000);
}

test.runIf(registryProgram)(
  'images are pulled through a mirror, and those that share layers share them in the store',
  { timeout: 240_000 },
  async () => {
    await using kit = new StoreForTest();
    await using registry = await LoopbackRegistry.start();
    await fillRegistry(registry, kit);
    await using pulled = new StoreForTest();
    const images = [nodeImage, sharing];
    const registryMirror = `http://${registry.host}`;
    const store = await pulled.prepare({ images, sources: ['registry'], registryMirror });
    expect(store.images[nodeImage]).toMatchObject({ source: 'registry', standIn: true });
    expect(Object.keys(store.images[nodeImage]?.names.node ?? {})).toEqual([
      nodeImage,
      expect.stringMatching(/^node@sha256:/),
    ]);

    await using sandbox = await sandboxOf(store, images);
    const [node, shared] = await Promise.all(images.map((image) => sandbox.daemon.image(image)));
    expect(shared?.layers.slice(0, -1)).toEqual(node?.layers);
    const both = `docker run --rm ${nodeImage} --version; docker run --rm ${sharing} cat /shared`;
    expect(await typed(sandbox, both)).toMatch(/v20\.[\s\S]*shared/);

    const missing = pulled.prepare({ images: ['absent:1'], sources: ['registry'], registryMirror });
    await expect(missing).rejects.toMatchObject({ code: 'IMAGE_UNAVAILABLE' });
  },
);

test('a registry that does not answer is given up within seconds', { timeout: 60_000 }, async () => {
  await using test = new StoreForTest();
  const began = performance.now();
  const attempt = test.prepare({ sources: ['registry'], registryMirror: 'http://127.0.0.1:9' });
  await expect(attempt).rejects.toMatchObject({ code: 'IMAGE_UNAVAILABLE' });
  expect(performance.now() - began).toBeLessThan(15_000);
});
