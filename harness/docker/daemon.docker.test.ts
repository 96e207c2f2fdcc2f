import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareImages, repositoriesOf } from '../images/index.ts';
import { chooseReaper, defaultReplayLimits, Sandbox } from '../sandbox/index.ts';
import type { Daemon } from './index.ts';

const base = 'node:20-alpine3.17';
const serve = "require('http').createServer((req, res) => res.end(require('os').hostname())).listen(80)";
let sandbox: Sandbox;
let daemon: Daemon;

beforeAll(async () => {
  const outer = new Dockerode();
  await chooseReaper(outer);
  const { engineImage, volume, images } = await prepareImages({
    docker: outer,
    images: [base],
    progress: () => undefined,
  });
  const image = images[base];
  if (!image) throw new TypeError(`${base} was not prepared`);
  sandbox = await Sandbox.start({
    outer,
    images: { engineImage, volume, plans: [image.slug], repositories: repositoriesOf([image]) },
    files: [],
    signal: AbortSignal.timeout(60_000),
  });
  await sandbox.ready;
  daemon = sandbox.daemon;
  const script = [
    `docker run -d --name quiet --log-driver none ${base} sh -c 'echo unheard; sleep 100'`,
    `docker run --name loud ${base} sh -c 'echo heard; echo told >&2; exit 3'`,
    `docker run --name changed ${base} sh -c 'mkdir /new; echo x >/new/file; ln -s file /new/link; rm /etc/alpine-release'`,
    'docker commit changed changed:1',
    'docker rm changed',
    `docker run --name chatty --log-opt max-size=1k --log-opt max-file=3 ${base} node -e 'for (let i = 0; i < 100; i++) console.log("line " + i)'`,
  ].join('\n');
  await sandbox.replay(script, defaultReplayLimits, AbortSignal.timeout(60_000), () => undefined);
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it('tells what a container logged, and of one that logs nowhere nothing', async () => {
  // The engine reads stdout and stderr through two pipes, and promises no order between them.
  expect((await daemon.logs('loud')).split('\n').sort()).toEqual(['', 'heard', 'told']);
  expect(await daemon.logs('quiet')).toBe('');
  expect(await daemon.logs('absent')).toBe('');
});

it('does not know what does not exist', async () => {
  expect(await daemon.image('absent:1')).toBeUndefined();
  expect(await daemon.image('NOT a reference')).toBeUndefined();
  expect(await daemon.container('absent')).toBeUndefined();
  expect(await daemon.readFile('quiet', '/absent')).toBeUndefined();
  expect(await daemon.readImageFile(base, '/absent')).toBeUndefined();
  expect(await daemon.readImageFile('absent:1', '/etc/hosts')).toBeUndefined();
});

it('runs a container of its own on a free port, and does not count it as the student’s', async () => {
  const { container, error } = await daemon.run({
    image: base,
    hostname: 'host-x',
    cmd: ['node', '-e', serve],
    ports: { '80/tcp': 0 },
  });
  const port = container?.ports[0]?.hostPort ?? 0;
  expect({ error, port }).toEqual({ error: '', port: expect.any(Number) });
  expect((await daemon.http(port))?.body).toBe('host-x');
  expect((await daemon.containers()).map(({ name }) => name)).toEqual(['chatty', 'loud', 'quiet']);
});

it('reads a file of an image and leaves no container behind', async () => {
  const reading = daemon.readImageFile(base, '/etc/passwd');
  const [names, passwd] = await Promise.all([daemon.containers(), reading]);
  expect(passwd?.toString()).toContain('root:');
  expect(names.map(({ name }) => name)).toEqual(['chatty', 'loud', 'quiet']);
});

it('lists what the topmost layer of an image added, changed and deleted', async () => {
  expect(await daemon.topLayer('changed:1')).toEqual([
    { path: '/etc', kind: 'folder' },
    { path: '/etc/alpine-release', kind: 'deleted' },
    { path: '/new', kind: 'folder' },
    { path: '/new/file', kind: 'file' },
    { path: '/new/link', kind: 'link' },
  ]);
  expect((await daemon.topLayer(base))?.map(({ path }) => path)).toContain('/usr/local/bin/node');
  expect((await daemon.topLayer('changed:1', 1))?.map(({ path }) => path)).toContain('/usr/local/bin/node');
  expect(await daemon.topLayer('absent:1')).toBeUndefined();
});

it('says why a container could not be created or started', async () => {
  const ports = { '80/tcp': 8080 };
  expect(await daemon.run({ image: base, ports, tty: true })).toMatchObject({ error: '' });
  const { container, error } = await daemon.run({ image: base, ports });
  expect(container?.state).toBe('created');
  expect(error).toContain('port is already allocated');
  expect(await daemon.run({ image: 'absent:1' })).toEqual({
    container: undefined,
    error: expect.stringContaining('No such image'),
  });
});

it('stops a container and tells how it ended', async () => {
  const { container } = await daemon.stop('quiet', 1);
  expect(container).toMatchObject({ state: 'exited', exitCode: 137 });
});

it('lists the files of a container’s log, the rotated ones too, and shows its last lines', async () => {
  const files = async (name: string) => {
    const container = await daemon.container(name);
    return container && (await daemon.logFiles(container));
  };
  expect(await files('chatty')).toMatchObject([{ rotation: 0 }, { rotation: 1 }, { rotation: 2 }]);
  expect(await files('loud')).toEqual([{ rotation: 0, compressed: false, sizeBytes: expect.any(Number) }]);
  expect(await files('quiet')).toEqual([]);
  expect(await daemon.logs('chatty', 2)).toBe('line 98\nline 99\n');
});
