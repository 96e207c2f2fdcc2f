import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SandboxError } from '../errors.ts';
import { Sandbox } from './sandbox.ts';
import {
  baseImage,
  enginePeer,
  imagesForTest,
  outer,
  outerCounts,
  startForTest,
  type,
} from './start-for-test.test-support.ts';

let before: Awaited<ReturnType<typeof outerCounts>>;
beforeEach(async () => {
  before = await outerCounts();
});
afterEach(async () => expect(await outerCounts()).toEqual(before));

describe('Sandbox', () => {
  it('replays a script in an engine of its own and records what the daemon did, line by line', async () => {
    await using sandbox = await startForTest({ 'note.txt': '안녕' });
    const script = `cat note.txt\n\ndocker run --name one ${baseImage} node -e 'process.exit(3)'\ndocker run --privileged ${baseImage} true\n`;
    const { evidence, exit } = await type(sandbox, script);
    expect(evidence.commands.map(({ line, exitCode }) => [line, exitCode])).toEqual([
      [1, 0],
      [3, 3],
      [4, 125],
    ]);
    expect(evidence.commands[0]?.output).toContain('안녕');
    const died = evidence.events.find(({ action }) => action === 'die');
    expect(died).toMatchObject({ line: 3, attributes: { exitCode: '3', name: 'one' } });
    expect(evidence.calls.find(({ refused }) => refused)).toMatchObject({
      line: 4,
      path: '/containers/create',
    });
    expect(exit).toEqual({ kind: 'end', code: 125 });
    expect(await sandbox.daemon.container('one')).toMatchObject({ state: 'exited', exitCode: 3 });
  });

  it('waits for published ports as a person would, without a trace in the app’s log', async () => {
    await using sandbox = await startForTest({
      'late.js':
        'setTimeout(() => require("net").createServer((s) => (console.log("seen"), s.end("hello"))).listen(80), 400)',
    });
    const { evidence } = await type(
      sandbox,
      `docker run -d -p 8080:80 --name web -v $PWD:/app ${baseImage} node /app/late.js\ndocker logs web\ncurl -s --http0.9 192.168.56.101:8080\n`,
    );
    expect(evidence.commands[1]?.output.trim()).toBe('');
    expect(evidence.commands[2]?.output).toContain('hello');
  });

  it('stands by without a submission, and takes one when it comes', async () => {
    const { signal } = new AbortController();
    await using sandbox = await Sandbox.start({ outer, images: await imagesForTest(), signal });
    await sandbox.ready;
    await sandbox.lay([{ path: 'late.txt', bytes: Buffer.from('here'), executable: false }]);
    const { evidence } = await type(sandbox, 'cat late.txt\n');
    expect(evidence.commands[0]?.output).toContain('here');
  });

  it('waits for a server that is exposed and not published, or for its end', async () => {
    await using sandbox = await startForTest();
    const server = "require('http').createServer(() => 0).listen(7000)";
    const { evidence } = await type(
      sandbox,
      [
        `docker run -d --name serves --expose 7000 --expose 7001 ${baseImage} node -e "setTimeout(() => ${server}, 300)"`,
        "docker exec serves node -e \"require('net').connect(7000).on('connect', () => process.exit(0))\"",
        `docker run -d --name fails --expose 7000 ${baseImage} sh -c 'sleep 0.5; exit 9'`,
        'docker ps -a --filter name=fails --format "{{.Status}}"',
        '',
      ].join('\n'),
    );
    expect(evidence.commands[1]).toMatchObject({ exitCode: 0 });
    expect(evidence.commands[3]?.output).toMatch(/^Exited \(9\)/);
  });

  it('reads the workspace without following links or blocking on pipes', async () => {
    await using sandbox = await startForTest({ 'made.txt': 'one' });
    await type(
      sandbox,
      'echo two > made.txt; ln -s /etc/passwd link; ln -s / root; mkfifo pipe; mkdir folder; head -c 2000000 /dev/zero > big\n',
    );
    expect((await sandbox.readWorkspace('made.txt'))?.toString()).toBe('two\n');
    for (const path of [
      'link',
      'root/etc/passwd',
      'pipe',
      'folder',
      'absent',
      '../etc/passwd',
      'a\nread 9 made.txt',
    ]) {
      expect([path, await sandbox.readWorkspace(path)]).toEqual([path, undefined]);
    }
    expect((await sandbox.readWorkspace('big'))?.length).toBe(1024 * 1024);
  });

  it('types the next command when a container without ports has begun: a signal meets what it was made for', async () => {
    await using sandbox = await startForTest();
    const slow = 'i=0; while [ $i -lt 250000 ]; do i=$((i+1)); done; trap "exit 7" TERM; sleep 100 & wait $!';
    const { evidence } = await type(
      sandbox,
      `docker run -d --name slow --entrypoint sh ${baseImage} -c '${slow}'\ndocker stop -t 1 slow\ndocker wait slow\n`,
    );
    expect(evidence.commands[2]?.output.trim()).toBe('7');
  });

  it('runs a script of a check’s own with docker’s command line, and knows when it was cut short', async () => {
    await using sandbox = await startForTest();
    await type(sandbox, 'true\n');
    const asked = `docker run --no-such-option; echo "status $?"; docker run --rm ${baseImage} echo "it's 한글"`;
    const printed = await sandbox.shell(asked);
    expect(printed).toContain('unknown flag: --no-such-option');
    expect(printed).toMatch(/status 125\n(.*\n)*it's 한글\n$/);
    await expect(sandbox.shell('yes')).rejects.toMatchObject({ code: 'ENGINE_SHELL' });
  });

  it('does not let a link in the workspace carry a bind mount out of it', async () => {
    await using sandbox = await startForTest();
    // Before the replay: it ends the bench, by which the engine is found.
    const engine = await enginePeer(sandbox);
    const { evidence } = await type(
      sandbox,
      `ln -s / out\ndocker run --rm -v $PWD/out:/host ${baseImage} touch /host/canary\n`,
    );
    expect(evidence.commands[1]?.exitCode).not.toBe(0);
    await expect(engine.getArchive({ path: '/canary' })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('leaves nothing when it is aborted while it starts, and throws the reason', async () => {
    for (const delayMs of [0, 60, 200, 320]) {
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

  it('is the machine’s fault when the engine’s image is gone, and leaves nothing', async () => {
    const images = { ...(await imagesForTest()), engineImage: 'drydock/engine:nowhere' };
    const start = Sandbox.start({ outer, images, files: [], signal: new AbortController().signal });
    await expect(start).rejects.toMatchObject({ name: 'SandboxError', code: 'SANDBOX_START' });
  });

  it('is the machine’s fault when the engine dies under the script, never a failed exercise', async () => {
    await using sandbox = await startForTest();
    await sandbox.ready;
    const engine = await enginePeer(sandbox);
    const replaying = type(sandbox, 'docker ps\nsleep 1\ndocker ps\n');
    setTimeout(() => void engine.kill(), 500);
    await expect(replaying).rejects.toBeInstanceOf(SandboxError);
  });
});
