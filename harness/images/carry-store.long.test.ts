import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseReaper, Sandbox } from '../sandbox/index.ts';
import { loadStore, saveStore } from './carry-store.ts';
import { findGolden, type GoldenStore } from './golden-store.ts';
import { repositoriesOf } from './plan.ts';
import { prepareImages } from './prepare.ts';
import { removeGolden } from './remove.ts';

const docker = new Dockerode();
const namespace = `carried-${process.pid}`;
const reference = 'node:20-alpine3.17';
let folder: string;
let store: GoldenStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-carry-'));
  await chooseReaper(docker);
  store = await prepareImages({ docker, images: [reference], progress: () => undefined });
}, 600_000);
afterAll(async () => {
  await removeGolden(docker, namespace);
  await rm(folder, { recursive: true, force: true });
});

test('a store that was saved and loaded holds the same images', async () => {
  await saveStore(docker, folder);
  expect(await loadStore(docker, folder, namespace)).toBe(true);
  const loaded = await findGolden(docker, [reference], namespace);
  expect(loaded?.images[reference]).toEqual(store.images[reference]);
  expect(loaded?.volume).not.toBe(store.volume);
}, 600_000);

/** Every file of the layers with its kind, rights, owner and target. */
async function listing({ engineImage, volume }: GoldenStore): Promise<string[]> {
  const written = new PassThrough();
  const chunks: Buffer[] = [];
  written.on('data', (chunk: Buffer) => chunks.push(chunk));
  const command = ['find', '/golden/overlay2', '-printf', '%P %y %m %U %G %l\\n'];
  const [{ StatusCode: code }] = await docker.run(engineImage, command, written, {
    ...{ Entrypoint: [], Tty: true, Labels: { drydock: 'prepare' } },
    HostConfig: { AutoRemove: true, NetworkMode: 'none', Binds: [`${volume}:/golden:ro`] },
  });
  expect(code).toBe(0);
  return Buffer.concat(chunks).toString().split('\r\n').sort();
}

test('every file of every layer is there, links as links', async () => {
  const loaded = await findGolden(docker, [reference], namespace);
  if (!loaded) throw new TypeError('nothing was loaded');
  const [before, after] = await Promise.all([listing(store), listing(loaded)]);
  expect(before.filter((line) => / l 777 .* \//.test(line)).length).toBeGreaterThan(100);
  const there = new Set(after);
  expect(before.filter((line) => !there.has(line)).slice(0, 10)).toEqual([]);
}, 240_000);

test('an engine starts from it and runs what it holds', async () => {
  const loaded = await findGolden(docker, [reference], namespace);
  if (!loaded) throw new TypeError('nothing was loaded');
  const image = loaded.images[reference];
  const images = {
    ...{ engineImage: loaded.engineImage, volume: loaded.volume },
    ...{ plans: image ? [image.slug] : [], repositories: repositoriesOf(image ? [image] : []) },
  };
  const signal = new AbortController().signal;
  await using sandbox = await Sandbox.start({ outer: docker, images, files: [], signal });
  await sandbox.ready;
  const { container } = await sandbox.daemon.run({ image: reference, hostname: 'carried' });
  expect(container?.imageId).toBe(store.images[reference]?.id);
}, 120_000);

test('what is no store, or another engine’s, is left alone', async () => {
  const other = await mkdtemp(join(tmpdir(), 'drydock-carry-'));
  expect(await loadStore(docker, other, namespace)).toBe(false);
  await writeFile(join(other, 'store.json'), '{"store":"e30"}');
  expect(await loadStore(docker, other, namespace)).toBe(false);
  await rm(other, { recursive: true });
});
