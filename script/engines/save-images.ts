/**
 * Saves what the emulated machine cannot fetch, into the folder given: the engine's image, and the course's image of
 * build-noderun, which this machine's golden store alone may have. Prints the reference of the engine's image.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Dockerode from 'dockerode';
import { SandboxError } from '../../harness/errors.ts';
import { chooseReaper, runLabel, Sandbox } from '../../harness/sandbox/index.ts';
import { courseImage, courseImages } from './course-images.ts';

const [folder = '.'] = process.argv.slice(2);
const docker = new Dockerode();

await chooseReaper(docker);
const images = await courseImages(docker);
await using sandbox = await Sandbox.start({
  outer: docker,
  images,
  files: [],
  signal: AbortSignal.timeout(120_000),
});
await sandbox.ready;
const bench = await docker.getContainer(sandbox.benchId).inspect();
const run = bench.Config.Labels[runLabel];
const peers = await docker.listContainers({ filters: { label: [`${runLabel}=${run}`] } });
const engine = peers.find(({ Id }) => Id !== sandbox.benchId)?.Id ?? '';
await save('engine.tar', ['save', images.engineImage]);
await save('course.tar', [
  'exec',
  engine,
  'docker',
  '-H',
  'unix:///run/drydock/docker.sock',
  'save',
  courseImage,
]);
process.stdout.write(`${images.engineImage}\n`);

async function save(name: string, args: string[]): Promise<void> {
  const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await pipeline(child.stdout, createWriteStream(join(folder, name)));
  const [code] = await closed;
  if (code !== 0) throw notSaved(args, code);
}

function notSaved(args: readonly string[], code: unknown): SandboxError {
  return new SandboxError({
    code: 'IMAGE_NOT_SAVED',
    message: {
      ko: `\`docker ${args.join(' ')}\` 명령이 ${code} 코드로 끝났습니다.`,
      en: `\`docker ${args.join(' ')}\` ended with ${code}.`,
    },
    hint: {
      ko: '디스크 공간을 `df -h` 로, 엔진을 `script/drydock doctor` 로 확인하세요.',
      en: 'Look at the disk with `df -h` and at the engine with `script/drydock doctor`.',
    },
  });
}
