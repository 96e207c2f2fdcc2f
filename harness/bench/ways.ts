import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Dockerode from 'dockerode';
import type { Grader } from '../authoring/index.ts';
import type { GoldenStore } from '../images/index.ts';
import { loadAssignment } from '../manifest/index.ts';
import { gradeSubmission, startSandbox } from '../runner/index.ts';
import { chooseReaper, type Sandbox } from '../sandbox/index.ts';
import { startColdCheck } from './cold-check.ts';
import { benchFailed, Desk } from './desk.ts';

/** A way to do the exercise; `run` is measured, what comes before and after it is not. */
export interface Way {
  name: string;
  before?(): Promise<void>;
  run(): Promise<void>;
  after?(): Promise<void>;
}

const course = join(import.meta.dirname, '..', '..');
const solution = join(course, 'graders', 'build-noderun', 'solution');
const folder = '/solution';
/** Waits until the engine in the desk answers. */
const engineAnswers = 'until docker version >/dev/null 2>&1; do sleep 0.02; done';
const baseImage = 'node:20-alpine3.17';

function exercise(): Promise<string> {
  return readFile(join(import.meta.dirname, 'exercise.sh'), 'utf8');
}

/** Writes the exercise's base image, as the golden store has it, to a tar archive in a folder of this machine. */
export async function saveBaseImage(docker: Dockerode, golden: GoldenStore, target: string): Promise<void> {
  const binds = [`${golden.volume}:/golden:ro`, `${target}:/target`];
  const copy = 'cp -a /golden/image /golden/overlay2 /var/lib/docker/';
  await using desk = await Desk.startEngine(docker, golden.engineImage, binds, { before: copy });
  await desk.sh(
    `${engineAnswers}; docker save -o /target/images.tar ${baseImage} && chmod 644 /target/images.tar`,
  );
}

/** On the outer daemon itself, without isolation: the floor. The base image is loaded there first. */
export async function straight(
  docker: Dockerode,
  golden: GoldenStore,
  imageTar: string,
  socket: string,
): Promise<Way & AsyncDisposable> {
  const desk = await Desk.start(docker, golden.engineImage, {
    NetworkMode: 'host',
    Binds: [`${socket}:/var/run/docker.sock`, `${solution}:${folder}:ro`, `${imageTar}:/images.tar:ro`],
  });
  await desk.sh('docker load -q -i /images.tar');
  const script = await exercise();
  const tidy = 'docker rm -fv node-run; docker rmi noderun:1.0';
  return {
    name: 'straight on a daemon, no isolation, no checks',
    run: () => desk.sh(script, folder),
    after: () => desk.sh(`${tidy} || true`),
    async [Symbol.asyncDispose]() {
      await desk.sh(`docker rmi ${baseImage} || true`);
      await desk[Symbol.asyncDispose]();
    },
  };
}

/** The usual way: an engine in a container whose dockerd starts containerd itself, then `docker load`, for each run. */
export async function usualDockerInDocker(
  docker: Dockerode,
  golden: GoldenStore,
  imageTar: string,
): Promise<Way> {
  const script = await exercise();
  return {
    name: 'usual docker-in-docker with docker load, no checks',
    async run() {
      const binds = [`${solution}:${folder}:ro`, `${imageTar}:/images.tar:ro`];
      await using desk = await Desk.startEngine(docker, golden.engineImage, binds);
      await desk.sh(`${engineAnswers}; docker load -q -i /images.tar`);
      await desk.sh(script, folder);
    },
  };
}

/** A cold `drydock check` of the solution, whole process, with all its checks. */
export function coldCheck(): Way {
  return {
    name: 'drydock check, cold, with all checks',
    async run() {
      const child = startColdCheck();
      child.stdout.resume();
      child.stderr.pipe(process.stderr, { end: false });
      const [code] = await once(child, 'close');
      if (code !== 0) throw benchFailed(`drydock check ended with exit code ${code}`);
    },
  };
}

/** Grading in a process that runs already, in a sandbox that stood by: what a bulk run or a watch does. */
export async function fromStandby(docker: Dockerode, golden: GoldenStore): Promise<Way> {
  const assignment = await loadAssignment(join(course, 'assignments', 'build-noderun'));
  const graderFile = pathToFileURL(join(course, 'graders', 'build-noderun', 'grader.ts')).href;
  const { default: grader } = (await import(graderFile)) as { default: Grader };
  const { signal } = new AbortController();
  await chooseReaper(docker);
  let standby: Sandbox | undefined;
  return {
    name: 'drydock from standby, with all checks',
    async before() {
      standby = await startSandbox({ docker, assignment, golden, signal });
      await standby.ready;
    },
    async run() {
      const { score } = await gradeSubmission({
        ...{ docker, assignment, golden, grader, signal, folder: solution },
        ...{ student: 'bench', graderVersion: 'bench' },
        ...(standby === undefined ? {} : { standby }),
      });
      if (score !== 100) throw benchFailed(`the solution scored ${score}`);
    },
  };
}
