import { randomBytes } from 'node:crypto';
import Dockerode from 'dockerode';
import { chooseReaper, defaultReplayLimits, Sandbox } from '../sandbox/index.ts';
import type { GoldenStore, PrepareOptions } from './index.ts';
import { prepareImages, removeGolden } from './index.ts';
import { repositoriesOf } from './plan.ts';

export const outer = new Dockerode();
export const nodeImage = 'node:20-alpine3.17';

/** A golden store of a test's own, removed at its end. */
export class StoreForTest implements AsyncDisposable {
  readonly namespace = `test-${randomBytes(4).toString('hex')}`;
  /** What `prepare` said, in English. */
  readonly said: string[] = [];

  prepare(options: Partial<PrepareOptions> = {}): Promise<GoldenStore> {
    return prepareImages({
      docker: outer,
      images: [nodeImage],
      namespace: this.namespace,
      progress: ({ en }) => this.said.push(en),
      ...options,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeGolden(outer, this.namespace);
  }
}

/** A sandbox whose engine shows these images of a store. */
export async function sandboxOf(store: GoldenStore, references: readonly string[]): Promise<Sandbox> {
  await chooseReaper(outer);
  const images = references.flatMap((reference) => store.images[reference] ?? []);
  const sandbox = await Sandbox.start({
    outer,
    images: {
      engineImage: store.engineImage,
      volume: store.volume,
      plans: images.map(({ slug }) => slug),
      repositories: repositoriesOf(images),
    },
    files: [],
    signal: AbortSignal.timeout(60_000),
  });
  await sandbox.ready;
  return sandbox;
}

/** Types one line in a fresh sandbox, which has one shell for its life, and gives what it printed. */
export async function typed(sandbox: Sandbox, command: string): Promise<string> {
  const { evidence } = await sandbox.replay(
    `${command}\n`,
    defaultReplayLimits,
    AbortSignal.timeout(90_000),
    () => undefined,
  );
  return evidence.commands[0]?.output ?? '';
}
