import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SandboxError } from '../../errors.ts';
import { Sandbox } from '../sandbox.ts';
import {
  baseImage,
  imagesForTest,
  outer,
  outerCounts,
  startForTest,
  type,
} from '../start-for-test.test-support.ts';

let before: Awaited<ReturnType<typeof outerCounts>>;
beforeAll(() => void vi.stubEnv('DRYDOCK_TRANSPORT', 'streams'));
afterAll(() => void vi.unstubAllEnvs());
beforeEach(async () => {
  before = await outerCounts();
});
afterEach(async () => expect(await outerCounts()).toEqual(before));

describe('a sandbox whose connections are carried over a stream', () => {
  it('mounts nothing of this machine', async () => {
    await using sandbox = await startForTest();
    const rows = await outer.listContainers({ filters: { label: ['drydock=sandbox'] } });
    const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels['drydock.run'];
    const mounts = rows
      .filter(({ Labels }) => Labels['drydock.run'] === run)
      .flatMap((row) => row.Mounts.map((mount) => mount.Type as string));
    expect(new Set(mounts)).toEqual(new Set(['volume']));
  });

  it('replays a script with files, ports, sudo and a terminal in a container', async () => {
    await using sandbox = await startForTest({
      'web.js': 'setTimeout(() => require("net").createServer((s) => s.end("hello")).listen(80), 300)',
    });
    const script = `docker run -d -p 8080:80 --name web -v $PWD:/app ${baseImage} node /app/web.js
curl -s --http0.9 192.168.56.101:8080
docker exec -it web sh -c 'read word; echo "got $word"' <<< typed
echo piped | docker exec -i web cat
docker logs -f web
sudo ls /var/lib/docker
docker rm -f web
`;
    const { evidence } = await type(sandbox, script);
    const outputs = evidence.commands.map(({ output }) => output.trim());
    expect(outputs[1]).toContain('hello');
    expect(outputs[3]).toBe('piped');
    expect(evidence.commands[4]?.endedBy).not.toEqual([]);
    expect(outputs[5]).toContain('overlay2');
    expect(evidence.events.find(({ action }) => action === 'destroy')).toMatchObject({ line: 7 });
  });

  it('carries large files both ways whole', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      `head -c 40000000 /dev/urandom > big && sha256sum < big
docker create --name box ${baseImage} && docker cp big box:/big
docker cp box:/big back && sha256sum < back
`,
    );
    expect(evidence.commands[2]?.output.slice(-70)).toContain(evidence.commands[0]?.output.slice(0, 64));
  });

  it('reads the workspace, and stands by', async () => {
    await using sandbox = await Sandbox.start({
      ...{ outer, images: await imagesForTest(), signal: new AbortController().signal },
    });
    await sandbox.ready;
    await sandbox.lay([{ path: 'late.txt', bytes: Buffer.from('late'), executable: false }]);
    await type(sandbox, 'cp late.txt made.txt\n');
    expect((await sandbox.readWorkspace('made.txt'))?.toString()).toBe('late');
  });

  it('is the machine’s fault when the engine dies under the script', async () => {
    await using sandbox = await startForTest();
    await sandbox.ready;
    const rows = await outer.listContainers({ filters: { label: ['drydock=sandbox'] } });
    const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels['drydock.run'];
    const engine = rows.find(({ Id, Labels }) => Id !== sandbox.benchId && Labels['drydock.run'] === run);
    const replaying = type(sandbox, 'docker ps\nsleep 1\ndocker ps\n');
    setTimeout(() => void outer.getContainer(engine?.Id ?? '').kill(), 500);
    await expect(replaying).rejects.toBeInstanceOf(SandboxError);
  });

  it('leaves nothing when it is aborted while it starts', async () => {
    for (const delayMs of [0, 100, 250, 400]) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(new RangeError('stopped')), delayMs);
      const started = startForTest({}, abort.signal).then(async (sandbox) => {
        await using using = sandbox;
        await using.ready;
        return 'ready';
      });
      expect(await started.catch((error: Error) => error.message)).toMatch(/stopped|ready/);
    }
  });
});
