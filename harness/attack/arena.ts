import type Dockerode from 'dockerode';
import { GraderError, SandboxError } from '../errors.ts';
import { prepareImages, repositoriesOf } from '../images/index.ts';
import { defaultReplayLimits, ownLabel, runLabel, Sandbox } from '../sandbox/index.ts';
import { Timeline } from '../timeline/index.ts';
import { type Attack, throughMark } from './attack.ts';
import { Canaries } from './canaries.ts';
import type { Outcome } from './outcome.ts';

const baseImage = 'node:20-alpine3.17';
const attackSeconds = 25;
const limits = { ...defaultReplayLimits, commandMs: 40_000, scriptMs: 400_000, idleMs: 20_000 };
/** What a shell says of a script that is wrong, not of an attack that failed. */
const broken =
  /Docker engine did not start|Cannot connect to the Docker daemon|: (command not found|syntax error|unexpected EOF)|Unknown option|unknown flag|invalid option|cannot be used together|is not a docker command|syntax error at/;

/** Runs attacks one after another in one sandbox, and judges each by what it did. Throws SandboxError. */
export async function runAttacks(
  outer: Dockerode,
  attacks: readonly Attack[],
  signal: AbortSignal,
): Promise<Outcome[]> {
  const golden = await prepareImages({ docker: outer, images: [baseImage], progress: () => undefined });
  const image = golden.images[baseImage];
  await using sandbox = await Sandbox.start({
    outer,
    images: {
      engineImage: golden.engineImage,
      volume: golden.volume,
      plans: image ? [image.slug] : [],
      repositories: repositoriesOf(image ? [image] : []),
    },
    files: attacks.map(({ id, script }) => ({
      path: scriptOf(id),
      bytes: Buffer.from(`${script}\n`),
      executable: false,
    })),
    signal,
  });
  await sandbox.ready;
  await using canaries = await Canaries.set(await engineOf(outer, sandbox));
  const given = await sandbox.daemon.image(baseImage);
  const environment = { ...canaries.environment, IMG: baseImage, GATE: '/drydock/docker.sock' };
  const lines = [
    Object.entries(environment)
      .map(([name, value]) => `export ${name}='${value}'`)
      .join('; '),
    `docker run -d --name den -v /workspace:/workspace ${baseImage} sleep 900 >/dev/null`,
    ...attacks.map((attack) => commandOf(attack, Object.keys(environment))),
  ];
  const replayed = await sandbox.replay(`${lines.join('\n')}\n`, limits, signal, () => undefined);
  if (replayed.evidence.commands[1]?.exitCode !== 0) throw unfit(replayed.evidence.commands[1]?.output ?? '');
  const timeline = new Timeline(replayed.evidence, replayed.origin);
  const outcomes: Outcome[] = [];
  for (const [index, attack] of attacks.entries()) {
    const command = replayed.evidence.commands.find(({ line }) => line === index + 3);
    const output = command?.output ?? '';
    const after = await attack.after?.({
      sandbox,
      timeline,
      given: given ? { [baseImage]: given } : {},
      output,
    });
    const made = (await sandbox.daemon.container(attack.id)) ?? (await sandbox.daemon.image(attack.id));
    const harms = [
      ...(output.includes(throughMark) ? ['it did what it must not'] : []),
      ...(output.includes(canaries.secret) ? ['it read a canary'] : []),
      ...(made ? [`there is a container or an image \`${attack.id}\``] : []),
      ...(after === undefined ? [] : [after]),
    ];
    const untried = command === undefined || broken.test(output);
    outcomes.push({
      ...{ attack, harms, output, durationMs: command?.durationMs ?? 0 },
      verdict: harms.length > 0 ? 'got through' : untried ? 'untried' : attack.expected,
    });
  }
  return blamed(outcomes, await canaries.touched());
}

/** Canaries that were touched are blamed on the attack whose name is in what they hold, or else on all of them. */
function blamed(outcomes: Outcome[], touched: readonly string[]): Outcome[] {
  return outcomes.map((outcome) => {
    const theirs = touched.filter(
      (harm) => harm.includes(outcome.attack.id) || !outcomes.some(({ attack }) => harm.includes(attack.id)),
    );
    return theirs.length === 0
      ? outcome
      : { ...outcome, verdict: 'got through', harms: [...outcome.harms, ...theirs] };
  });
}

function scriptOf(id: string): string {
  return `attacks/${id}.sh`;
}

function commandOf({ id, from }: Attack, names: readonly string[]): string {
  const told = ['ID', ...names].map((name) => `-e ${name}`).join(' ');
  const start = `cd /workspace; export ID=${id}`;
  return from === 'container'
    ? `${start}; docker exec ${told} den timeout ${attackSeconds} sh /workspace/${scriptOf(id)}`
    : `${start}; timeout -k 1 ${attackSeconds} bash ${scriptOf(id)}`;
}

/** The engine's container on the outer daemon: the other one of the sandbox's run. */
async function engineOf(outer: Dockerode, sandbox: Sandbox): Promise<Dockerode.Container> {
  const rows = await outer.listContainers({ filters: { label: [ownLabel] } });
  const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels[runLabel];
  const engine = rows.find(({ Id, Labels }) => Id !== sandbox.benchId && Labels[runLabel] === run);
  if (run === undefined || engine === undefined) {
    throw new GraderError({
      code: 'ATTACK_NO_ENGINE',
      message: {
        ko: '공격할 엔진의 컨테이너를 찾지 못했습니다.',
        en: 'The container of the engine to attack was not found.',
      },
      hint: {
        ko: '`docker ps --filter label=drydock` 로 확인하세요.',
        en: 'Look with `docker ps --filter label=drydock`.',
      },
    });
  }
  return outer.getContainer(engine.Id);
}

/** Attacks on a sandbox that does not work prove nothing. */
function unfit(output: string): SandboxError {
  return new SandboxError({
    code: 'ATTACK_UNFIT',
    message: {
      ko: `공격할 샌드박스가 동작하지 않습니다: ${output.trim()}`,
      en: `The sandbox to attack does not work: ${output.trim()}`,
    },
    hint: { ko: '`drydock doctor` 를 실행하세요.', en: 'Run `drydock doctor`.' },
  });
}
