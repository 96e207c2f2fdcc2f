import { expect, test } from 'vitest';
import { type Footprint, footprintOf, leftOf, nothingLeft } from '../footprint.test-support.ts';
import type { SandboxLimits } from '../limits.ts';
import { defaultReplayLimits, type ReplayLimits } from '../replay/index.ts';
import { Sandbox } from '../sandbox.ts';
import { baseImage, imagesForTest, outer } from '../start-for-test.test-support.ts';

const mebi = 2 ** 20;
const { signal } = new AbortController();

/** Types a script into a sandbox with these limits: what it remarked, in English. Nothing of it may be left. */
async function remarksOf(
  script: string,
  limits: Partial<SandboxLimits>,
  replayLimits: Partial<ReplayLimits>,
) {
  let footprint: Footprint = { run: '', ids: [] };
  const seen = await (async () => {
    const images = await imagesForTest();
    await using sandbox = await Sandbox.start({ outer, images, files: [], limits, signal });
    await sandbox.ready;
    footprint = await footprintOf(sandbox);
    const given = { ...defaultReplayLimits, ...replayLimits };
    const { evidence, exit, stopped } = await sandbox.replay(script, given, signal, () => undefined);
    const alive = stopped === null ? (await sandbox.daemon.info()).serverVersion : '';
    for (const { text } of evidence.remarks) expect(text.ko).toMatch(/[가-힣]/);
    return { said: evidence.remarks.map(({ text }) => text.en).join('\n'), exit, stopped, alive };
  })();
  expect(await leftOf(footprint)).toEqual(nothingLeft);
  return seen;
}

const hog = `node -e 'const a = []; for (;;) a.push(Buffer.alloc(4e6, 1))'`;
/** What is read again and again can be let go of again and again: the kernel has no reason to end anything. */
const readers = `docker run -d ${baseImage} sh -c 'cat $(yes /usr/local/bin/node | head -9999) > /dev/null & cat $(yes /usr/local/bin/node | head -9999) > /dev/null'`;
const bomb = 'b() { b | b & }; b';

test.each<
  [name: string, script: string, said: RegExp, limits: Partial<SandboxLimits>, replay: Partial<ReplayLimits>]
>([
  [
    'memory of the terminal',
    'docker ps\nhead -c 200m /dev/zero | tail | wc -c\n',
    /^Line 2: the programs on the terminal used all of their 64 MiB of memory/,
    { benchMemoryBytes: 64 * mebi },
    {},
  ],
  [
    'memory of the containers',
    `docker ps\ndocker run --rm ${baseImage} ${hog}\n`,
    /^Line 2: all containers together reached their limit of 800 MiB of memory/m,
    { engineMemoryBytes: 800 * mebi },
    {},
  ],
  [
    'memory of the containers, where the kernel always finds something to let go of',
    `${readers}\ndocker run --rm ${baseImage} ${hog}\n`,
    /^Line 2: all containers together reached their limit of 800 MiB of memory/m,
    { engineMemoryBytes: 800 * mebi },
    {},
  ],
  [
    'memory of a step of a build',
    `docker build - <<'EOF'\nFROM ${baseImage}\nRUN ${hog}\nEOF\n`,
    /^Line 1: all containers together reached their limit of 800 MiB of memory/m,
    { engineMemoryBytes: 800 * mebi },
    {},
  ],
  [
    'memory of a container with a limit of its own is nobody else’s',
    `docker run -m 100m --memory-swap 100m ${baseImage} ${hog}\n`,
    /^$/,
    { engineMemoryBytes: 800 * mebi },
    {},
  ],
  [
    'processes of the terminal',
    `${bomb}\nsleep 1\ndocker ps\n`,
    /the terminal reached its limit of 64 processes/,
    { benchPids: 64 },
    {},
  ],
  [
    'processes of the containers',
    `docker run -d ${baseImage} sh -c '${bomb}; sleep 60'\nsleep 2\n`,
    /all containers together reached their limit of 400 processes/i,
    { enginePids: 400 },
    {},
  ],
  [
    'disk of images',
    `docker ps\ndocker images\ndocker run -v vol:/v --name kept ${baseImage} dd if=/dev/zero of=/v/big bs=1M count=200\n`,
    /^Line 3: images, layers, volumes, logs and build cache together used all of their 100 MiB of disk/m,
    { engineDiskBytes: 100 * mebi },
    {},
  ],
  [
    'disk of the build cache',
    `docker build -t big - <<EOF\nFROM ${baseImage}\nRUN dd if=/dev/zero of=/a bs=1M count=60\nRUN dd if=/dev/zero of=/b bs=1M count=60\nEOF\n`,
    /^Line 1: .*(used all of their 100 MiB of disk|a disk had no space left. The limits are 100 MiB)/m,
    { engineDiskBytes: 100 * mebi },
    {},
  ],
  [
    'the working folder’s bytes',
    'docker ps\nhead -c 30m /dev/zero > big\n',
    /^Line 2: the working folder is full: its limit is 20 MiB/m,
    { workspaceBytes: 20 * mebi },
    {},
  ],
  [
    'the working folder’s files',
    'for i in $(seq 300); do : > f$i; done 2>&1 | tail -1\n',
    /^Line 1: the working folder has no room for more files: its limit is 200/m,
    { workspaceInodes: 200 },
    {},
  ],
  [
    'the terminal’s own folders',
    'true\nhead -c 70m /dev/zero > /tmp/big\n',
    /^Line 2: a disk had no space left.*64 MiB for `\/tmp`/m,
    {},
    {},
  ],
  [
    'output of one command',
    'true\nyes\n',
    /^Line 2: `yes` showed more than the limit of 100000 bytes/m,
    {},
    { outputBytes: 100_000 },
  ],
  [
    'output of the script',
    'seq 9000\nseq 9000\nseq 9000\n',
    /^Line 3: the script has shown more than its limit of 100000 bytes/m,
    {},
    { outputBytes: 100_000 },
  ],
  [
    'time of one command',
    'true\nsleep 30\n',
    /^Line 2: `sleep 30` reached the limit of 1 s for one command/m,
    {},
    { commandMs: 1000 },
  ],
  [
    'time of a server that ignores every key',
    `docker run ${baseImage} node -e 'setInterval(() => console.log("tick"), 200)'\necho on\n`,
    /^Line 1: .*reached the limit of 3 s for one command and was ended: .*closed its connections/m,
    {},
    { commandMs: 3000 },
  ],
  [
    'time of the script',
    'true\nsleep 30\n',
    /limit of 2 s for the whole script was reached at line 2/,
    {},
    { scriptMs: 2000 },
  ],
])('%s: said with its size and line, and the engine goes on', async (_name, script, said, limits, replay) => {
  const seen = await remarksOf(script, limits, replay);
  expect(seen.said).toMatch(said);
  expect(seen).toMatchObject({ stopped: null, alive: expect.stringMatching(/^\d/) });
});

test('memory that the engine itself dies of is the script’s doing, and said', async () => {
  // Nothing beside what the containers have.
  const limits = { engineMemoryBytes: 124 * mebi, engineOwnMemoryBytes: 0 };
  const fill = 'dd if=/dev/zero of=/v/big bs=1M count=400';
  const script = `docker ps\ndocker run -v vol:/v ${baseImage} ${fill}\ndocker ps\n`;
  const seen = await remarksOf(script, limits, {});
  expect(seen.stopped?.text.en).toMatch(/limit of 124 MiB of memory/);
});
