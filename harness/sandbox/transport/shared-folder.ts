import type { RunFolder } from '../run-folder.ts';
import { mountPoints, type Transport } from './transport.ts';

/** For an engine that sees this machine's files: the run folder itself is mounted, with the sockets in it. */
export class SharedFolder implements Transport {
  readonly engineBinds: readonly string[];
  readonly benchBinds: readonly string[];

  constructor(folder: Pick<RunFolder, 'engine' | 'bench'>) {
    this.engineBinds = [`${folder.engine}:${mountPoints.engine}`];
    this.benchBinds = [`${folder.bench}:${mountPoints.bench}:ro`];
  }

  async join(): Promise<void> {}

  async deliver(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {}
}
