/**
 * Grades build-noderun's solution on engines that this machine does not have by itself: Docker 26.1 outside, in a
 * container that sees none of this machine's files, with both kinds of image store; and Docker 20.10 inside.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import Dockerode from 'dockerode';
import { findCourse } from '../../harness/cli/course.ts';
import { loadGrader } from '../../harness/cli/load-grader.ts';
import { makeEngineRoot, prepareImages, requireMmdebstrap } from '../../harness/images/index.ts';
import { loadAssignment } from '../../harness/manifest/index.ts';
import type { Result } from '../../harness/result.ts';
import { gradeSubmission } from '../../harness/runner/index.ts';
import { chooseReaper, ownLabel, Sandbox } from '../../harness/sandbox/index.ts';
import type { Text } from '../../harness/text.ts';
import { courseImage, courseImages } from './course-images.ts';
import { OuterEngine } from './outer-engine.ts';

const slug = 'build-noderun';
const repository = join(import.meta.dirname, '..', '..');
const solution = join(repository, 'graders', slug, 'solution');
const progress = ({ en }: Text) => void process.stderr.write(`${en}\n`);
const docker = new Dockerode();
await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-engines-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));

const { output: saved } = await node(['script/engines/save-images.ts', folder], {});
const engineImage = saved.trim();
await proven('Docker 26.1 outside', () => gradeOn('classic', {}));
await proven('Docker 26.1 outside with the containerd image store', () =>
  gradeOn('containerd', { features: { 'containerd-snapshotter': true } }),
);
await proven('Docker 26.1 outside, restarted while a script is typed', gradeThroughRestart);
await proven('Docker 20.10 inside', gradeInOldEngine);

/** Another engine outside, with what grading needs loaded into it. */
async function outerEngine(name: string, settings: object): Promise<OuterEngine> {
  const own = join(folder, name);
  await mkdir(own);
  const outer = await OuterEngine.start(docker, { image: engineImage, folder: own, settings });
  for (const archive of ['engine.tar', 'course.tar']) {
    const answer = await outer.docker.loadImage(createReadStream(join(folder, archive)), { quiet: true });
    await text(answer);
  }
  return outer;
}

/** A `drydock check` as a process of its own, told where the engine is by DOCKER_HOST alone. */
function check(outer: OuterEngine, dir: string) {
  const args = ['harness/cli/main.ts', 'check', slug, '--dir', dir, '--json'];
  return node(args, { DOCKER_HOST: outer.host });
}

/** The machine's fault is no score, the run ends by itself, and the next start leaves nothing of it. */
async function gradeThroughRestart(): Promise<string> {
  await using outer = await outerEngine('restarted', {});
  const slow = join(folder, 'slow');
  await cp(solution, slow, { recursive: true });
  await appendFile(join(slow, 'solution.sh'), 'sleep 20\ndocker ps\n');
  // Prepares what it needs, so that the next one's time is its script's.
  await check(outer, solution);
  const checking = check(outer, slow);
  const filters = { label: [`${ownLabel}=sandbox`] };
  // Engine and bench; a script that sleeps for 20 s is under way a little later.
  while ((await outer.docker.listContainers({ filters })).length < 2) await sleep(100);
  await sleep(5000);
  await outer.restart();
  const [hit] = JSON.parse((await checking).output) as Result[];
  const again = (JSON.parse((await check(outer, solution)).output) as Result[])[0];
  const left = (await outer.docker.listContainers({ all: true, filters })).length;
  const { Volumes } = await outer.docker.listVolumes({ filters });
  const isRight = hit?.outcome === 'error' && hit.score === null && left + (Volumes?.length ?? 0) === 0;
  if (!isRight) process.exitCode = 1;
  const was = `${hit?.outcome} ${hit?.score} (${hit?.reason?.code}), ${left} containers and ${Volumes?.length ?? 0} volumes left`;
  return `${was}; the next check: ${verdict(again)}`;
}

/** A whole `drydock check`, and what doctor says of the engine. */
async function gradeOn(name: string, settings: object): Promise<string> {
  await using outer = await outerEngine(name, settings);
  const env = { DOCKER_HOST: outer.host };
  const { output } = await check(outer, solution);
  const { output: doctor } = await node(['harness/cli/main.ts', 'doctor'], env);
  process.stderr.write(doctor);
  return verdict((JSON.parse(output) as Result[])[0]);
}

/** Bookworm's engine on the images that trixie's prepared, since overlay2 has one layout; the terminal stays trixie's. */
async function gradeInOldEngine(): Promise<string> {
  const image = 'drydock/engine:bookworm';
  const golden = await prepareImages({ docker, images: [courseImage], progress });
  await importEngine(image);
  stack.defer(() => docker.getImage(image).remove());
  await chooseReaper(docker);
  const images = await courseImages(docker);
  const signal = AbortSignal.timeout(120_000);
  const standby = await Sandbox.start({
    outer: docker,
    images: { ...images, engineImage: image, benchImage: images.engineImage },
    signal,
  });
  const course = await findCourse(undefined, repository);
  const assignment = await loadAssignment(join(course.assignments, slug));
  const { grader, version } = await loadGrader(course, slug, assignment.points);
  const result = await gradeSubmission({
    ...{ docker, assignment, grader, graderVersion: version, folder: solution, student: 'engines' },
    ...{ golden, signal, standby },
  });
  return verdict(result);
}

async function importEngine(image: string): Promise<void> {
  await requireMmdebstrap(progress);
  const root = makeEngineRoot(undefined, 'bookworm');
  const [repo = '', tag = ''] = image.split(':');
  const changes = ['ENV LANG=C.UTF-8', `LABEL ${ownLabel}=test`];
  const [answer] = await Promise.all([docker.importImage(root.tar, { repo, tag, changes }), root.done]);
  await text(answer);
}

/** One line; when marks are missing, also what the checks and the terminal said. */
function verdict(result: Result | undefined): string {
  const { outcome, score, max, engineVersion, phases, reason } = result ?? {};
  const line = `${outcome} ${score}/${max} on ${engineVersion} ${JSON.stringify(phases)}`;
  if (score !== undefined && score === max) return line;
  process.exitCode = 1;
  const checks = (result?.checks ?? []).map(({ message }) => message?.en ?? '');
  const commands = (result?.evidence.commands ?? []).map(({ text, output }) => `$ ${text}\n${output}`);
  return [line, reason?.message.en ?? '', ...checks, ...commands].join('\n');
}

async function proven(title: string, run: () => Promise<string>): Promise<void> {
  process.stdout.write(`${title}: ${await run()}\n`);
}

async function node(args: string[], env: Record<string, string>): Promise<{ output: string; code: number }> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 600_000,
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { output, code };
}
