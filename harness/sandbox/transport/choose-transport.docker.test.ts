import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { imagesForTest, outer } from '../start-for-test.test-support.ts';
import { findTransport, seesFolder } from './choose-transport.ts';

const folder = await mkdtemp(join(tmpdir(), 'drydock-choose-'));
beforeAll(() => void vi.stubEnv('DRYDOCK_TRANSPORT', ''));
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('asks an engine at an unusual address whether it sees our files, and leaves nothing there', async () => {
  const socketPath = join(folder, 'docker.sock');
  await symlink('/var/run/docker.sock', socketPath);
  const { engineImage } = await imagesForTest();
  expect(await findTransport(new Dockerode({ socketPath }), engineImage)).toBe('shared-folder');
  const filters = { label: ['drydock.run=probe'] };
  expect(await outer.listContainers({ all: true, filters })).toEqual([]);
});

it('carries everything to an engine that has other files', async () => {
  const elsewhere = { bench: join(folder, 'not-there') };
  const unusual = new Dockerode({ socketPath: join(folder, 'docker.sock') });
  const { engineImage: image } = await imagesForTest();
  expect(await seesFolder({ outer: unusual, folder: elsewhere, image, labels: {} })).toBe(false);
});

it('throws when it cannot even ask', async () => {
  const nobody = new Dockerode({ socketPath: join(folder, 'nobody.sock') });
  await expect(findTransport(nobody, 'drydock/nowhere')).rejects.toMatchObject({ code: 'ENOENT' });
});
