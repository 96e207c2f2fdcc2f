import type Dockerode from 'dockerode';
import { type GoldenStore, repositoriesOf } from '../images/index.ts';
import type { Assignment } from '../manifest/index.ts';
import { type EngineImages, packageHosts, Sandbox, type WorkspaceFile } from '../sandbox/index.ts';

/** What a sandbox for an assignment depends on. */
export interface SandboxChoice {
  /** The outer daemon: it runs the sandbox's containers. */
  docker: Dockerode;
  assignment: Assignment;
  golden: GoldenStore;
  /** The operator's list of mirrors for assignments with `packages`; the base images' own when left out. */
  packageHosts?: string;
  /** The outer daemon's runtime to isolate engines with. */
  runtime?: string;
  /** How many times slower than usual the machine is: all times are so much longer. 1 when left out. */
  patience?: number;
  signal: AbortSignal;
}

/**
 * Starts a sandbox with what the assignment may see and use. Without files it stands by for any submission of this
 * assignment. Throws SandboxError.
 */
export function startSandbox(choice: SandboxChoice, files?: readonly WorkspaceFile[]): Promise<Sandbox> {
  const { assignment, docker, golden, runtime, signal } = choice;
  return Sandbox.start({
    outer: docker,
    images: engineImages(golden, assignment.images),
    ...(files === undefined ? {} : { files }),
    limits: { engineMemoryBytes: assignment.limits.memoryBytes },
    ...(assignment.packages
      ? { packages: packageHosts(choice.packageHosts, mirrors(golden, assignment.images)) }
      : {}),
    ...(runtime === undefined ? {} : { runtime }),
    ...(choice.patience === undefined ? {} : { patience: choice.patience }),
    signal,
  });
}

/** What an engine with these images is made of. */
export function engineImages(golden: GoldenStore, references: readonly string[]): EngineImages {
  const images = references
    .map((reference) => golden.images[reference])
    .filter((image) => image !== undefined);
  return {
    engineImage: golden.engineImage,
    volume: golden.volume,
    plans: images.map(({ slug }) => slug),
    repositories: repositoriesOf(images),
  };
}

function mirrors(golden: GoldenStore, references: readonly string[]): string[] {
  return references.flatMap((reference) => golden.images[reference]?.mirrors ?? []);
}
