import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineEnvironment, findEngine } from './engine-connection.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'drydock-home-'));
  await context('colima', { Host: 'unix:///tmp/colima.sock' });
  await context('lab', { Host: 'tcp://10.0.0.7:2376' });
  await mkdir(join(home, '.docker/contexts/tls', id('lab'), 'docker'), { recursive: true });
  await context('far', { Host: 'ssh://kim@lab' });
  await context('odd', {});
});
afterAll(() => rm(home, { recursive: true }));

const id = (name: string) => createHash('sha256').update(name).digest('hex');

async function context(name: string, docker: object): Promise<void> {
  const folder = join(home, '.docker/contexts/meta', id(name));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker } }));
}

async function configured(text: string): Promise<string> {
  const folder = await mkdtemp(join(home, 'config-'));
  await writeFile(join(folder, 'config.json'), text);
  return folder;
}

describe('DOCKER_HOST', () => {
  test.each([
    ['unix:///run/user/1000/docker.sock', { socketPath: '/run/user/1000/docker.sock' }],
    ['unix://', { host: 'unix:///var/run/docker.sock', socketPath: '/var/run/docker.sock' }],
    ['tcp://127.0.0.1:2375', { host: 'tcp://127.0.0.1:2375', socketPath: undefined }],
    ['127.0.0.1:2375', { host: 'tcp://127.0.0.1:2375' }],
  ])('%s', async (DOCKER_HOST, expected) => {
    expect(await findEngine({ HOME: home, DOCKER_HOST })).toMatchObject({ ...expected, from: 'DOCKER_HOST' });
  });

  test.each(['ssh://kim@lab', 'npipe:////./pipe/docker_engine', 'tcp://[nonsense'])(
    '%s is refused',
    async (DOCKER_HOST) => {
      await expect(findEngine({ HOME: home, DOCKER_HOST })).rejects.toMatchObject({
        name: 'UsageError',
        code: 'DOCKER_HOST_UNUSABLE',
      });
    },
  );

  test('an engine behind ssh is reached through a forwarded socket', async () => {
    await expect(findEngine({ HOME: home, DOCKER_HOST: 'ssh://kim@lab' })).rejects.toMatchObject({
      hint: { en: expect.stringContaining('ssh -fNT -L /tmp/drydock.sock:/var/run/docker.sock kim@lab') },
    });
  });

  test('beats every context, as in docker 28', async () => {
    const env = { HOME: home, DOCKER_HOST: 'tcp://127.0.0.1:1', DOCKER_CONTEXT: 'colima' };
    expect((await findEngine(env)).host).toBe('tcp://127.0.0.1:1');
  });

  test('with TLS', async () => {
    const env = { HOME: home, DOCKER_HOST: 'tcp://h:2376', DOCKER_TLS_VERIFY: '1' };
    const connection = await findEngine(env);
    expect(engineEnvironment(connection)).toEqual({
      DOCKER_HOST: 'tcp://h:2376',
      DOCKER_TLS_VERIFY: '1',
      DOCKER_CERT_PATH: join(home, '.docker'),
    });
  });
});

describe('contexts', () => {
  test('DOCKER_CONTEXT', async () => {
    const connection = await findEngine({ HOME: home, DOCKER_CONTEXT: 'colima' });
    expect(connection).toMatchObject({ host: 'unix:///tmp/colima.sock', from: 'docker context colima' });
    expect(engineEnvironment(connection)).toEqual({ DOCKER_HOST: 'unix:///tmp/colima.sock' });
  });

  test('with certificates', async () => {
    const connection = await findEngine({ HOME: home, DOCKER_CONTEXT: 'lab' });
    expect(connection.certFolder).toBe(join(home, '.docker/contexts/tls', id('lab'), 'docker'));
  });

  test('the current one of config.json, wherever DOCKER_CONFIG puts that', async () => {
    const folder = await configured('{"currentContext":"missing"}');
    await expect(findEngine({ HOME: home, DOCKER_CONFIG: folder })).rejects.toMatchObject({
      code: 'DOCKER_CONTEXT_MISSING',
    });
  });

  test('“default” means none', async () => {
    const folder = await configured('{"currentContext":"default"}');
    expect((await findEngine({ HOME: home, DOCKER_CONFIG: folder })).from).toBe('default');
  });

  test.each([
    ['far', 'DOCKER_HOST_UNUSABLE'],
    ['odd', 'DOCKER_CONFIG_UNREADABLE'],
    ['gone', 'DOCKER_CONTEXT_MISSING'],
  ])('%s is refused with %s', async (DOCKER_CONTEXT, code) => {
    await expect(findEngine({ HOME: home, DOCKER_CONTEXT })).rejects.toMatchObject({
      name: 'UsageError',
      code,
    });
  });

  test('a config.json that is no JSON', async () => {
    const folder = await configured('{');
    await expect(findEngine({ HOME: home, DOCKER_CONFIG: folder })).rejects.toMatchObject({
      code: 'DOCKER_CONFIG_UNREADABLE',
    });
  });
});

test('without any of them: a Unix socket', async () => {
  expect(await findEngine({ HOME: home })).toMatchObject({
    from: 'default',
    host: expect.stringMatching(/^unix:\/\//),
  });
});
