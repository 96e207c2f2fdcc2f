import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Dockerode from 'dockerode';
import { within } from '../deadline.ts';
import { CapturedOutput } from './captured-output.ts';
import type { GoldenStore } from './golden-store.ts';
import { preparationFailed } from './image-trouble.ts';
import { inTime, removed } from './presence.ts';

const carryMs = 15 * 60_000;

/** Layers hold what overlayfs means by devices 0/0 and by `trusted.` attributes: both have to come along. */
const keep = ['--xattrs', '--xattrs-include=*', '--numeric-owner'];

/** Writes a store's volume as a tar archive. */
export async function tarredVolume(docker: Dockerode, store: GoldenStore, sink: Writable): Promise<void> {
  const container = await create(docker, store, ['tar', ...keep, '-C', '/golden', '-cf', '-', '.']);
  await run(docker, container, async (stream) => {
    const out = new PassThrough();
    const errors = new CapturedOutput();
    docker.modem.demuxStream(stream, out, errors.sink);
    stream.on('end', () => out.end());
    await pipeline(out, sink);
    return errors.text;
  });
}

/** Unpacks such an archive into a store's volume. `name` keeps others from preparing meanwhile. */
export async function untarredVolume(
  docker: Dockerode,
  store: GoldenStore,
  source: Readable,
  name: string,
): Promise<void> {
  // P: without it tar 1.35 puts empty files without rights in the place of absolute links, to mend them at the end,
  // and leaves most of them: images that start, and whose programs cannot be run.
  const container = await create(docker, store, ['tar', ...keep, '-C', '/golden', '-xpPf', '-'], name);
  await run(docker, container, async (stream) => {
    const errors = new CapturedOutput();
    docker.modem.demuxStream(stream, new PassThrough().resume(), errors.sink);
    await pipeline(source, stream, { end: true });
    return errors.text;
  });
}

function create(docker: Dockerode, { engineImage, volume }: GoldenStore, command: string[], name?: string) {
  return inTime(
    docker.createContainer({
      ...(name === undefined ? {} : { name }),
      Image: engineImage,
      Entrypoint: [],
      Cmd: command,
      Labels: { drydock: 'prepare' },
      ...{ AttachStdin: true, OpenStdin: true, StdinOnce: true, AttachStdout: true, AttachStderr: true },
      HostConfig: {
        Mounts: [{ Type: 'volume', Source: volume, Target: '/golden' }],
        // The attributes and devices of layers are root's own.
        CapAdd: ['SYS_ADMIN', 'MKNOD'],
        SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
        NetworkMode: 'none',
      },
    }),
  );
}

/** Starts the container, moves the bytes, and waits for its end. Throws SandboxError `STORE_CARRY` when tar failed. */
async function run(
  docker: Dockerode,
  container: Dockerode.Container,
  move: (stream: NodeJS.ReadWriteStream) => Promise<string>,
): Promise<void> {
  try {
    const attach = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
    const stream = await inTime(container.attach(attach));
    const ended = container.wait();
    ended.catch(() => undefined);
    await inTime(container.start());
    const late = () => new RangeError(`no end within ${carryMs / 60_000} minutes`);
    const said = await within(carryMs, move(stream), late);
    const { StatusCode: code } = (await within(carryMs, ended, late)) as { StatusCode: number };
    if (code === 0) return;
    const what = { ko: '준비된 이미지를 옮기지 못했습니다', en: 'The prepared images could not be carried' };
    throw preparationFailed('STORE_CARRY', what, said);
  } finally {
    await removed(docker.getContainer(container.id).remove({ force: true }));
  }
}
