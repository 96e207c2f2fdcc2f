import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultReplayLimits } from '../sandbox/index.ts';
import { buildImage } from './build-image.ts';
import type { GoldenStore } from './index.ts';
import { findGolden } from './index.ts';
import { mark } from './marker.ts';
import { lockName } from './prepare-lock.ts';
import { PreparingEngine } from './preparing-engine.ts';
import { nodeImage, outer, StoreForTest, sandboxOf } from './store-for-test.test-support.ts';

const timeout = 240_000;
const derived = 'noderun:1.0';

/** What each line of a script showed, in an engine that has these images of the store. */
async function shown(store: GoldenStore, references: readonly string[], script: string): Promise<string[]> {
  await using sandbox = await sandboxOf(store, references);
  const signal = AbortSignal.timeout(100_000);
  const { evidence } = await sandbox.replay(script, defaultReplayLimits, signal, () => undefined);
  return evidence.commands.map(({ output }) => output.replaceAll('\r', '').trim());
}

test('an image that the course builds is built once, on the store’s own base', { timeout }, async () => {
  await using test = new StoreForTest();
  const store = await test.prepare({ images: [derived], sources: ['kit'] });
  const base = store.images[nodeImage];
  expect(store.images[derived]).toMatchObject({
    standIn: true,
    source: 'build',
    build: { context: 'noderun', from: nodeImage, fromId: base?.id },
    mirrors: base?.mirrors,
  });
  test.said.length = 0;
  expect(await test.prepare({ images: [derived], sources: ['kit'] })).toEqual(store);
  expect(test.said).toEqual([]);

  const alone = await shown(
    store,
    [derived],
    `docker images --format '{{.Repository}}:{{.Tag}}'
docker history --format '{{.CreatedBy}}|{{.Comment}}' --no-trunc ${derived}
docker run -itd -p 6060:6060 --name=node-run -h node-run ${derived}
curl -s localhost:6060
docker logs node-run
docker commit node-run node-run:2.0 && docker image inspect -f '{{.Parent}}' node-run:2.0
docker rm -f node-run && docker rmi node-run:2.0 ${derived} && docker images -aq | wc -l
`,
  );
  expect(alone[0]).toBe(derived);
  expect(alone[1]?.split('\n').slice(0, -1)).toEqual([
    'CMD ["node" "runapp.js"]|buildkit.dockerfile.v0',
    'ENTRYPOINT ["/sbin/tini" "--"]|buildkit.dockerfile.v0',
    'EXPOSE map[6060/tcp:{}]|buildkit.dockerfile.v0',
    'COPY runapp.js . # buildkit|buildkit.dockerfile.v0',
    'WORKDIR /app|buildkit.dockerfile.v0',
    'RUN /bin/sh -c apk add --no-cache tini curl # buildkit|buildkit.dockerfile.v0',
  ]);
  expect(alone[3]).toBe('HostName: node-run');
  expect(alone[4]).toContain('Your request arrived.');
  expect(alone[5]).toContain(store.images[derived]?.id);
  expect(alone[6]).toMatch(/\n0$/);

  const both = await shown(
    store,
    [nodeImage, derived],
    `docker images --format '{{.Repository}}:{{.Tag}}' | sort
[ "$(docker image inspect -f '{{index .RootFS.Layers 0}}' ${nodeImage})" = "$(docker image inspect -f '{{index .RootFS.Layers 0}}' ${derived})" ] && echo shared
docker rmi ${derived} >/dev/null; docker run --rm ${nodeImage} --version
sudo systemctl restart docker; docker run --rm ${nodeImage} --version
`,
  );
  expect(both[0]).toBe(`${nodeImage}\n${derived}`);
  expect(both[1]).toBe('shared');
  expect(both[2]).toMatch(/^v20\./);
  expect(both[3]).toMatch(/^v20\./);
});

test('it is built anew when its recipe changes, and when its base does', { timeout }, async () => {
  await using test = new StoreForTest();
  const wanted = { images: [derived], sources: ['kit'] } as const;
  const store = await test.prepare(wanted);
  const now = store.images[derived];
  const base = store.images[nodeImage];
  if (!now?.build || !base?.kit) throw new Error('nothing was built');
  const rebuilt = async (images: GoldenStore['images']) => {
    await mark(outer, { ...store, images: { ...store.images, ...images } }, test.namespace);
    expect(await findGolden(outer, [derived], test.namespace)).toBeUndefined();
    test.said.length = 0;
    expect((await test.prepare(wanted)).images[derived]?.build).toEqual(now.build);
    return test.said;
  };
  const building = `Building \`${derived}\`…`;
  const making = `Making a stand-in for \`${nodeImage}\`…`;
  const old = { ...now, build: { ...now.build, version: 'older' } };
  expect(await rebuilt({ [derived]: old })).toEqual(['Starting the preparing engine…', building]);
  const below = { ...now, build: { ...now.build, fromId: 'sha256:other' } };
  expect(await rebuilt({ [derived]: below })).toEqual(['Starting the preparing engine…', building]);
  const stale = { ...base, kit: { ...base.kit, version: 'older' } };
  // The same recipe gives the same base, byte for byte: what was built on it may stay.
  expect(await rebuilt({ [nodeImage]: stale })).toEqual(['Starting the preparing engine…', making]);
});

test('a build that fails shows its last words', { timeout }, async () => {
  await using test = new StoreForTest();
  const { engineImage, volume } = await test.prepare({ sources: ['kit'] });
  const name = lockName(test.namespace);
  const engine = await PreparingEngine.start(outer, { image: engineImage, volume, volumeLabels: {}, name });
  if (!engine) throw new Error(`${name} is taken`);
  await using _ = engine;
  const folder = await mkdtemp(join(tmpdir(), 'drydock-build-'));
  try {
    await writeFile(join(folder, 'Dockerfile'), `FROM ${nodeImage}\nRUN apk add --no-cache nosuch\n`);
    await expect(buildImage('broken:1', folder, engine)).rejects.toMatchObject({
      code: 'IMAGE_BUILD',
      message: expect.stringContaining('apk add --no-cache nosuch'),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
