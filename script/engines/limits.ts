/**
 * Asks of a sandbox what hangs on cgroups alone, as a student would: limits that hold, a container that is killed for
 * its memory, one that is frozen, figures of use, and what is said of memory that ran out. Exit code 0 when all is as on a real machine.
 */
import Dockerode from 'dockerode';
import {
  chooseReaper,
  defaultReplayLimits,
  type Replayed,
  Sandbox,
  withPatience,
} from '../../harness/sandbox/index.ts';
import { courseImage, courseImages } from './course-images.ts';

/** The machine under emulation is this much slower than a real one. */
const patience = 20;
/** Commands, and what their exit code and output must be. */
const expected: readonly [command: string, exitCode: number, output: RegExp][] = [
  [
    'docker info --format "{{.CgroupVersion}} {{.MemoryLimit}} {{.CPUCfsQuota}} {{.PidsLimit}}"',
    0,
    /^2 true true true/,
  ],
  ['cat /proc/self/cgroup', 0, /^0::/],
  [`docker run --name greedy -m 48m ${courseImage} node -e 'Buffer.alloc(3e8, 1)'`, 137, /^/],
  ['docker inspect -f "{{.State.OOMKilled}}" greedy', 0, /^true/],
  [
    `docker run -d --name still -m 64m --cpus 0.5 --pids-limit 40 --init ${courseImage} sleep 600`,
    0,
    /^[0-9a-f]{64}/,
  ],
  [
    'docker exec still cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/pids.max /sys/fs/cgroup/cpu.max',
    0,
    /^67108864\s+40\s+50000 100000/,
  ],
  ['docker pause still && docker inspect -f "{{.State.Status}}" still && docker unpause still', 0, /paused/],
  ['docker stats --no-stream --format "{{.Name}} {{.MemUsage}}" still', 0, /^still \S+ \/ 64MiB/],
  ['docker update --memory 80m --memory-swap 80m still', 0, /still/],
  ['docker exec still cat /sys/fs/cgroup/memory.max', 0, /^83886080/],
  ['docker top still', 0, /sleep 600/],
  ['docker pause still', 0, /still/],
];

/** All containers' memory in the second sandbox, in bytes. */
const sharedBytes = 300 * 2 ** 20;
const docker = new Dockerode();
await chooseReaper(docker);
process.exitCode = await probe();

async function probe(): Promise<number> {
  const evidence = await typed(expected.map(([command]) => `${command}\n`).join(''));
  const wrong = expected.flatMap(([command, exitCode, output], index) => {
    const ran = evidence.commands[index];
    if (ran?.exitCode === exitCode && output.test(ran.output.trim())) return [];
    return [`${command}\n  exit code ${ran?.exitCode}, not ${exitCode}; said: ${ran?.output}`];
  });
  // A container's own limit is nobody else's; what all of them share is told, and the engine goes on.
  const own = saidOf(evidence);
  if (own !== '') wrong.push(`said of a container's own limit: ${own}`);
  const shared = await typed(`docker run ${courseImage} tail /dev/zero\ndocker ps\n`, sharedBytes);
  const said = saidOf(shared);
  if (!said.startsWith('Line 1: all containers together reached their limit of 300 MiB'))
    wrong.push(`said of the limit that all containers share: ${said || 'nothing'}`);
  if (shared.commands[1]?.exitCode !== 0) wrong.push('the engine did not outlive its containers’ memory');
  const total = expected.length + 3;
  process.stdout.write(`${wrong.join('\n')}\n${total - wrong.length} of ${total} as expected\n`);
  return wrong.length === 0 ? 0 : 1;
}

/** What a script leaves in a sandbox of its own. */
async function typed(script: string, engineMemoryBytes?: number): Promise<Replayed['evidence']> {
  await using sandbox = await Sandbox.start({
    outer: docker,
    images: await courseImages(docker),
    files: [],
    patience,
    ...(engineMemoryBytes === undefined ? {} : { limits: { engineMemoryBytes } }),
    signal: AbortSignal.timeout(600_000),
  });
  const limits = withPatience(defaultReplayLimits, patience);
  const { evidence } = await sandbox.replay(script, limits, AbortSignal.timeout(600_000), () => undefined);
  return evidence;
}

/** What is said of memory, in English. */
function saidOf({ remarks }: Replayed['evidence']): string {
  return remarks.flatMap(({ text }) => (text.en.includes('memory') ? [text.en] : [])).join('; ');
}
