import { execFileSync } from 'node:child_process';
import Dockerode from 'dockerode';
import { expect, it } from 'vitest';
import { prepareImages, removeGolden } from './index.ts';

/** The network links of this machine that stay: those of containers (veth…) come and go. */
function links(): string[] {
  const names = execFileSync('ls', ['/sys/class/net'], { encoding: 'utf8' }).trim().split('\n');
  return names.filter((name) => !name.startsWith('veth')).sort();
}

// A dockerd without a bridge removes docker0 when it starts; the preparing engine shares the machine's network.
it('leaves the networks of the machine as they are', async () => {
  const docker = new Dockerode();
  const namespace = 'outer-network-test';
  const before = links();
  expect(before).toContain('docker0');
  try {
    await prepareImages({
      docker,
      images: ['node:20-alpine3.17'],
      sources: ['kit'],
      namespace,
      progress: () => undefined,
    });
    expect(links()).toEqual(before);
  } finally {
    await removeGolden(docker, namespace);
  }
});
