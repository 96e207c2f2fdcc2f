import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ensureEngineImage } from './engine-image.ts';
import { findGolden, goldenSizes, removeGolden } from './index.ts';
import { makeStandIn } from './kit/index.ts';
import { lockName } from './prepare-lock.ts';
import { PreparingEngine } from './preparing-engine.ts';
import { follow } from './progress-stream.ts';
import { nodeImage, outer, StoreForTest, sandboxOf, typed } from './store-for-test.test-support.ts';

const timeout = 240_000;

/** The volumes of a namespace that are there. */
async function volumesOf(namespace: string): Promise<string[]> {
  const { Volumes } = await outer.listVolumes({ filters: { label: [`drydock.golden=${namespace}`] } });
  return (Volumes ?? []).map(({ Name }) => Name);
}

test('the kit makes a store once; the second time it is found in no time', { timeout }, async () => {
  await using test = new StoreForTest();
  expect(await findGolden(outer, [nodeImage], test.namespace)).toBeUndefined();
  const store = await test.prepare({ sources: ['kit'] });
  expect(store.images[nodeImage]).toMatchObject({ standIn: true, source: 'kit', slug: 'node_20-alpine3.17' });
  expect(store.engineVersion).toMatch(/^2\d\./);
  test.said.length = 0;
  const began = performance.now();
  expect(await test.prepare({ sources: ['kit'] })).toEqual(store);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(test.said).toEqual([]);
  expect(await findGolden(outer, [nodeImage], test.namespace)).toEqual(store);
  expect(await findGolden(outer, [nodeImage, 'other:1'], test.namespace)).toBeUndefined();
  const sizes = await goldenSizes(outer, store);
  expect(sizes.engine).toBeGreaterThan(100e6);
  expect(sizes.images).toBeGreaterThan(50e6);

  await using sandbox = await sandboxOf(store, [nodeImage]);
  expect((await sandbox.daemon.images()).map(({ tags }) => tags)).toEqual([[nodeImage]]);
  expect(await typed(sandbox, `docker run --rm ${nodeImage} -p 'process.version'`)).toContain('v20.');

  await removeGolden(outer, test.namespace);
  expect(await findGolden(outer, [nodeImage], test.namespace)).toBeUndefined();
});

test('the local daemon is asked before the kit, and the store grows by an image', { timeout }, async () => {
  await using test = new StoreForTest();
  const [repo, tag] = [`drydock-test/${test.namespace}`, '1'];
  const empty = outer.importImage(Readable.from([Buffer.alloc(10_240)]), { repo, tag });
  await follow(outer, empty, { firstAnswerMs: 30_000, silenceMs: 30_000 });
  try {
    const reference = `${repo}:${tag}`;
    const first = await test.prepare({ images: [reference] });
    const { Id } = await outer.getImage(reference).inspect();
    expect(first.images[reference]).toMatchObject({ id: Id, source: 'local', standIn: false });
    const second = await test.prepare({ sources: ['local', 'kit'] });
    expect(second.volume).toBe(first.volume);
    expect(Object.keys(second.images)).toEqual([reference, nodeImage]);
    await using sandbox = await sandboxOf(second, [nodeImage, reference]);
    expect((await sandbox.daemon.images()).flatMap(({ tags }) => tags).toSorted()).toEqual([
      reference,
      nodeImage,
    ]);
  } finally {
    await outer.getImage(`${repo}:${tag}`).remove();
  }
});

test('two preparations at once make one store', { timeout }, async () => {
  await using test = new StoreForTest();
  const [one, two] = await Promise.all([
    test.prepare({ sources: ['kit'] }),
    test.prepare({ sources: ['kit'] }),
  ]);
  expect(one).toEqual(two);
  expect(test.said).toContain('Waiting for another preparation to end…');
  expect(await volumesOf(test.namespace)).toEqual([one.volume]);
});

test('an interrupted preparation leaves nothing that looks complete', { timeout }, async () => {
  await using test = new StoreForTest();
  const interruption = new AbortController();
  const reason = new Error('interrupted');
  const interrupted = test.prepare({
    sources: ['kit'],
    signal: interruption.signal,
    progress: ({ en }) =>
      en.startsWith('Making a stand-in') && setTimeout(() => interruption.abort(reason), 300),
  });
  await expect(interrupted).rejects.toBe(reason);
  expect(await findGolden(outer, [], test.namespace)).toBeUndefined();
  expect(await volumesOf(test.namespace)).toEqual([]);
  expect(await outer.listContainers({ all: true, filters: { name: [lockName(test.namespace)] } })).toEqual(
    [],
  );
});

test('a preparation that is killed gives its lock back, and the next one sweeps', { timeout }, async () => {
  await using test = new StoreForTest();
  const child = spawn(process.execPath, ['--input-type=module', '-e', killedPreparation(test.namespace)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes('Making a stand-in')) break;
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await findGolden(outer, [], test.namespace)).toBeUndefined();
  const lock = { all: true, filters: { name: [lockName(test.namespace)] } };
  for (const end = Date.now() + 15_000; Date.now() < end && (await outer.listContainers(lock)).length; )
    await sleep(100);
  expect(await outer.listContainers(lock)).toEqual([]);
  expect(await volumesOf(test.namespace)).toHaveLength(1);
  const store = await test.prepare({ sources: ['kit'] });
  expect(await volumesOf(test.namespace)).toEqual([store.volume]);
});

function killedPreparation(namespace: string): string {
  return `import Dockerode from 'dockerode';
import { prepareImages } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
await prepareImages({ docker: new Dockerode(), images: ['${nodeImage}'], sources: ['kit'], namespace: '${namespace}', progress: ({ en }) => console.log(en) });`;
}

test('a full disk is called by its name', { timeout }, async () => {
  await using test = new StoreForTest();
  const volume = `drydock-golden-${test.namespace}-small`;
  const image = await ensureEngineImage({ docker: outer, sources: ['kit'], progress: () => undefined });
  const volumeLabels = { 'drydock.golden': test.namespace };
  await outer.createVolume({
    Name: volume,
    Labels: volumeLabels,
    DriverOpts: { type: 'tmpfs', device: 'tmpfs', o: 'size=100m' },
  });
  await using engine = await PreparingEngine.start(outer, {
    image,
    volume,
    volumeLabels,
    name: lockName(test.namespace),
  });
  expect(engine).toBeDefined();
  if (engine)
    await expect(makeStandIn('node', nodeImage, engine)).rejects.toMatchObject({ code: 'DISK_FULL' });
});

test('an image that nobody has names every attempt, and the store stays as it is', { timeout }, async () => {
  await using test = new StoreForTest();
  const attempt = test.prepare({ images: ['drydock-test/nobody:1'], sources: ['local', 'kit'] });
  await expect(attempt).rejects.toMatchObject({
    code: 'IMAGE_UNAVAILABLE',
    message: expect.stringContaining('local Docker: not there; offline kit: no recipe'),
  });
  expect(await volumesOf(test.namespace)).toEqual([]);
  await expect(test.prepare({ registryMirror: 'mirror:5000' })).rejects.toMatchObject({
    code: 'REGISTRY_MIRROR',
  });
});
