import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { UsageError } from '../../errors.ts';
import { sandboxLabels } from '../labels.ts';
import { answerMs, outerAnswer } from '../outer-hangs.ts';
import { ownOwner } from '../owner.ts';
import { RunFolder } from '../run-folder.ts';
import { SharedFolder } from './shared-folder.ts';
import { Streams, type StreamsOptions } from './streams.ts';
import type { Transport } from './transport.ts';

export type TransportKind = 'shared-folder' | 'streams';

/** The part of an answer to `GET /version` that tells Docker Desktop. */
export interface OuterVersion {
  readonly Platform?: { readonly Name?: string };
}

/** What is needed to find out which transport an outer daemon needs. */
interface Probe extends Pick<StreamsOptions, 'outer' | 'folder' | 'labels'> {
  /** What the outer daemon said of itself already. */
  version?: OuterVersion;
  /** An image that the outer daemon has. */
  image: string;
}

export type TransportOptions = StreamsOptions & Probe;

const kinds: readonly string[] = ['shared-folder', 'streams'] satisfies TransportKind[];
const defaultSocket = '/var/run/docker.sock';
const known = new WeakMap<Dockerode, Promise<TransportKind>>();

/** The transport that the outer daemon needs; which one that is is found out once per daemon. */
export async function openTransport(options: TransportOptions): Promise<Transport> {
  const kind = await keep(options.outer, () => transportKind(options));
  return kind === 'streams' ? Streams.open(options) : new SharedFolder(options.folder);
}

/** Finds out which transport the outer daemon needs before there is a sandbox. Throws as `findTransport` does. */
export function knowTransport(
  outer: Dockerode,
  image: string,
  version: OuterVersion,
): Promise<TransportKind> {
  return keep(outer, () => findTransport(outer, image, version));
}

/** One answer per daemon; one that failed is not kept. */
function keep(outer: Dockerode, find: () => Promise<TransportKind>): Promise<TransportKind> {
  const kind = known.get(outer) ?? find();
  known.set(outer, kind);
  kind.catch(() => known.delete(outer));
  return kind;
}

/** Which transport sandboxes on this daemon would use. Throws UsageError, SandboxError and what dockerode throws. */
export async function findTransport(
  outer: Dockerode,
  image: string,
  version?: OuterVersion,
): Promise<TransportKind> {
  await using folder = await RunFolder.make();
  const labels = sandboxLabels('probe', ownOwner());
  return await transportKind({ ...{ outer, folder, image, labels }, ...(version ? { version } : {}) });
}

/** `DRYDOCK_TRANSPORT` forces one. Throws UsageError for a value that is none. */
export function forcedTransport(value: string | undefined): TransportKind | undefined {
  if (value === undefined || value === '') return undefined;
  if (isKind(value)) return value;
  throw new UsageError({
    code: 'TRANSPORT_UNKNOWN',
    message: {
      ko: `DRYDOCK_TRANSPORT 값 \`${value}\` 은(는) 없는 방식입니다.`,
      en: `DRYDOCK_TRANSPORT is \`${value}\`, which is no transport.`,
    },
    hint: {
      ko: '`unset DRYDOCK_TRANSPORT` 로 자동 선택하게 하거나 `shared-folder`, `streams` 가운데 하나를 쓰세요.',
      en: 'Let it be chosen with `unset DRYDOCK_TRANSPORT`, or use `shared-folder` or `streams`.',
    },
  });
}

async function transportKind(options: Probe): Promise<TransportKind> {
  const forced = forcedTransport(process.env.DRYDOCK_TRANSPORT);
  if (forced !== undefined) return forced;
  // Elsewhere Docker runs in a virtual machine: it may share folders, but no socket works across.
  if (process.platform !== 'linux') return 'streams';
  const contained = existsSync('/.dockerenv') || existsSync('/run/.containerenv');
  // The type package leaves the field out; it is a function where nothing said which engine to use.
  const { socketPath } = options.outer.modem as { socketPath?: unknown };
  if (socketPath === defaultSocket && !contained) return 'shared-folder';
  const asked = options.version ?? (await outerAnswer(answerMs, options.outer.version()));
  const { Platform } = asked as OuterVersion;
  if (Platform?.Name?.startsWith('Docker Desktop')) return 'streams';
  return (await seesFolder(options)) ? 'shared-folder' : 'streams';
}

/**
 * Asks the daemon for a container with the folder and with one that nobody has: it refuses the first that it does not
 * see, by its path and before it makes anything (20.10 and 26.1; to make and remove one takes 0.1 s).
 */
export async function seesFolder({
  outer,
  folder,
  image,
  labels,
}: Omit<Probe, 'folder'> & { folder: Pick<RunFolder, 'bench'> }): Promise<boolean> {
  const nowhere = join(folder.bench, 'nowhere');
  const mount = (source: string, target: string) => ({
    ...{ Type: 'bind' as const, Source: source, Target: target, ReadOnly: true },
  });
  const creating = outer.createContainer({
    ...{ Image: image, Cmd: ['true'], Labels: labels },
    HostConfig: {
      NetworkMode: 'none',
      Mounts: [mount(folder.bench, '/drydock'), mount(nowhere, '/nowhere')],
    },
  });
  try {
    // An engine that takes all that it is told cannot tell what it sees.
    const container = await outerAnswer(answerMs, creating);
    await outerAnswer(answerMs, container.remove());
    return false;
  } catch (thrown) {
    const { statusCode, message } = thrown as { statusCode?: number; message?: string };
    if (statusCode === 400) return message?.includes(nowhere) ?? false;
    throw thrown;
  }
}

function isKind(value: string): value is TransportKind {
  return kinds.includes(value);
}
