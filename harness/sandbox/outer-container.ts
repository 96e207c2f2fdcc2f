import type Dockerode from 'dockerode';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';
import { knowDaemon } from './outer-daemon.ts';
import { outerAnswer } from './outer-hangs.ts';

/** HostConfig as of Docker API 1.40, which the type package lags behind. */
export type HostFields = Dockerode.HostConfig & { CgroupnsMode?: 'private' | 'host' };

/** What Testcontainers has no method for, and hooks into the time between creation and start. */
export interface OuterOptions {
  image: string;
  command: string[];
  environment?: Record<string, string>;
  labels: Record<string, string>;
  create?: Dockerode.ContainerCreateOptions;
  host: HostFields;
  /** How long the daemon may take, in milliseconds. */
  startMs: number;
  /** Runs between creation and start, with the container's id. */
  created?: (id: string) => Promise<void>;
}

/** A container on the outer daemon, described by the API's own fields where Testcontainers has none. */
class OuterContainer extends GenericContainer {
  readonly #created: ((id: string) => Promise<void>) | undefined;

  constructor({ image, create, host, created }: OuterOptions) {
    super(image);
    this.#created = created;
    Object.assign(this.createOpts, create);
    Object.assign(this.hostConfig, host);
    if (host.NetworkMode !== undefined) this.networkMode = host.NetworkMode;
  }

  protected override async containerCreated(id: string): Promise<void> {
    await this.#created?.(id);
  }
}

/**
 * Creates and starts it; returns once the daemon says it runs: whoever needs more probes oftener than Testcontainers.
 * Throws SandboxError `OUTER_HANGS` or `OUTER_OTHER`, and what Testcontainers throws.
 */
export async function startOuterContainer(options: OuterOptions): Promise<StartedTestContainer> {
  const container = new OuterContainer(options)
    .withCommand(options.command)
    .withEnvironment(options.environment ?? {})
    .withLabels(options.labels)
    .withWaitStrategy(Wait.forAll([]));
  const starting = knowDaemon().then(() => container.start());
  try {
    return await outerAnswer(options.startMs, starting);
  } catch (thrown) {
    // A daemon that comes to itself afterwards still makes it, when nobody looks for it any more.
    starting.then((late) => late.stop()).catch(() => undefined);
    throw thrown;
  }
}
