/**
 * Asks of a sandbox what hangs on cgroups alone, as a student would: limits that hold, a container that is killed for
 * its memory, one that is frozen, and figures of use. Exit code 0 when all is as on a real machine.
 */
import Dockerode from 'dockerode';
import { chooseReaper, defaultReplayLimits, Sandbox, withPatience } from '../../harness/sandbox/index.ts';
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

const docker = new Dockerode();
await chooseReaper(docker);
process.exitCode = await probe();

async function probe(): Promise<number> {
  await using sandbox = await Sandbox.start({
    outer: docker,
    images: await courseImages(docker),
    files: [],
    patience,
    signal: AbortSignal.timeout(600_000),
  });
  const { evidence } = await sandbox.replay(
    expected.map(([command]) => `${command}\n`).join(''),
    withPatience(defaultReplayLimits, patience),
    AbortSignal.timeout(600_000),
    () => undefined,
  );
  const wrong = expected.flatMap(([command, exitCode, output], index) => {
    const ran = evidence.commands[index];
    if (ran?.exitCode === exitCode && output.test(ran.output.trim())) return [];
    return [`${command}\n  exit code ${ran?.exitCode}, not ${exitCode}; said: ${ran?.output}`];
  });
  process.stdout.write(
    `${wrong.join('\n')}\n${expected.length - wrong.length} of ${expected.length} as expected\n`,
  );
  return wrong.length === 0 ? 0 : 1;
}
