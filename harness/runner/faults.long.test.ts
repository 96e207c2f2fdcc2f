import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, defineGrader, messages, reject } from '../authoring/index.ts';
import { type GoldenStore, prepareImages } from '../images/index.ts';
import { type Assignment, defaultLimits } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import { chooseReaper, Sandbox } from '../sandbox/index.ts';
import { gradeSubmission, type Progress } from './index.ts';
import { type Injection, injections, outer, ownContainers, victimOf } from './injections.test-support.ts';
import { engineImages } from './start-sandbox.ts';

const image = 'node:20-alpine3.17';
const say = messages({
  none: { ko: '`mine:1.0` 이미지가 없습니다.', en: 'There is no image `mine:1.0`.' },
  still: { ko: '`box` 컨테이너가 답하지 않습니다.', en: 'The container `box` does not answer.' },
});
const tagged = check({
  id: 'tagged',
  points: 60,
  title: { ko: '이름을 붙였다', en: 'It is tagged' },
  run: async ({ docker }) => (await docker.image('mine:1.0')) ?? reject(say.none()),
});
/** What breaks during the checks breaks before this one looks. */
const breaking = new Map<string, Promise<unknown>>();
const slow = check({
  id: 'slow',
  points: 40,
  needs: { tagged },
  title: { ko: '다시 보았다', en: 'It is still there' },
  run: async ({ docker, submission }) => {
    await breaking.get((await submission.read('name.txt'))?.toString() ?? '');
    const ran = await docker.exec('box', ['echo', 'here']);
    return ran?.output.trim() === 'here' || reject(say.still());
  },
});
const grader = defineGrader({ assignment: 'smoke', checks: [tagged, slow] });

let folder: string;
let golden: GoldenStore;
beforeAll(async () => {
  await chooseReaper(outer);
  golden = await prepareImages({ docker: outer, images: [image], progress: () => undefined });
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
}, 300_000);
afterAll(async () => {
  expect(await ownContainers()).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

type Phase = Progress['phase'];
let runs = 0;
/** Of the script below: nothing else happens meanwhile. */
const waitingLine = 3;

/** Grades a script while something breaks as often as told, at that phase. */
async function graded(script: string, phase: Phase, times: number, injection: Injection, standby?: Sandbox) {
  runs += 1;
  // No two tests have the same: by this the sandbox is found.
  const memory = defaultLimits.memoryBytes + runs * 2 ** 20;
  const name = String(runs);
  const ownFolder = join(folder, name);
  await mkdir(ownFolder);
  await writeFile(join(ownFolder, 'solution.sh'), script);
  await writeFile(join(ownFolder, 'name.txt'), name);
  let left = times;
  const seen = new Set<string>();
  const injected: Promise<unknown>[] = [];
  const progress = (step: Progress) => {
    if (step.phase === 'boot') seen.clear();
    if (step.phase !== phase || seen.has(phase) || left === 0) return;
    if (step.phase === 'replay' && step.line < waitingLine) return;
    seen.add(phase);
    left -= 1;
    const begun = new Promise((resolve) => setTimeout(resolve, phase === 'checks' ? 0 : 300));
    const broken = begun.then(async () => injections[injection](await victimOf(memory)));
    breaking.set(name, broken);
    injected.push(broken);
  };
  const limits = { ...defaultLimits, commandMs: 20_000, memoryBytes: memory };
  const assignment = {
    id: 'smoke',
    title: { ko: '연기', en: 'Smoke' },
    points: 100,
    images: [image],
    script: 'solution.sh',
    packages: false,
    files: [],
    limits,
  };
  const result = await gradeSubmission({
    ...{ docker: outer, assignment: assignment as unknown as Assignment, grader, folder: ownFolder },
    ...{ student: 'kim', golden, graderVersion: '1', signal: new AbortController().signal, progress },
    ...(standby === undefined ? {} : { standby }),
  });
  await Promise.all(injected);
  return { result, left };
}

const script = `docker tag ${image} mine:1.0
docker run -d --name box ${image} sleep 600
sleep 5
docker exec box true
docker images
`;
const phases: Phase[] = ['boot', 'replay', 'checks'];
const timeout = 400_000;

/** No score and a reason, or full marks where it did no harm: never a failed check. */
function expectNoBlame({ outcome, score, reason }: Result, harmless: boolean): void {
  expect({ outcome, score }).toEqual(
    harmless ? { outcome: 'graded', score: 100 } : { outcome: 'error', score: null },
  );
  if (harmless) return;
  expect(reason?.message.ko).toMatch(/[가-힣]/);
  expect(reason?.message.en).toMatch(/not the submission’s fault/);
}

/** Checks look at the engine alone. */
function isHarmless(phase: Phase, name: Injection): boolean {
  return phase === 'checks' && name === 'the bench is removed';
}

const sideBySide: Injection[] = [
  'dockerd is killed',
  'dockerd hangs',
  'containerd is killed',
  'containerd hangs',
  'the engine is removed',
  'the bench is removed',
  'all containers are removed',
];
const casesOf = (names: Injection[]) => phases.flatMap((phase) => names.map((name) => ({ phase, name })));

describe.concurrent('what breaks a sandbox', () => {
  test.for(casesOf(sideBySide))(
    '$name every time during $phase: never the student’s fault',
    { timeout },
    async ({ phase, name }) => {
      const { result } = await graded(script, phase, 2, name);
      expectNoBlame(result, isHarmless(phase, name));
    },
  );

  const healed: Injection[] = ['dockerd hangs', 'the engine is removed', 'all containers are removed'];
  test.for(casesOf(healed))(
    '$name once during $phase: graded as if nothing had been',
    { timeout },
    async ({ phase, name }) => {
      const { result, left } = await graded(script, phase, 1, name);
      expect({ left, result }).toMatchObject({ left: 0, result: { outcome: 'graded', score: 100 } });
    },
  );
});

describe('what breaks the way to it', () => {
  const sockets: Injection[] = [
    'the gate’s socket is deleted',
    'the engine’s socket is deleted',
    'the engine’s control socket is deleted',
    'the disk is full',
  ];
  const cases = casesOf(sockets).filter(
    ({ phase, name }) => phase !== 'replay' || name !== 'the disk is full',
  );
  test.for(cases)(
    '$name every time during $phase: never the student’s fault',
    { timeout },
    async ({ phase, name }) => {
      const { result } = await graded(script, phase, 2, name);
      // Whether somebody needs what is gone depends on the moment.
      expectNoBlame(result, result.outcome === 'graded');
    },
  );
});

test('a script that takes its engine down is graded, with a message at every check', {
  timeout: 120_000,
}, async () => {
  const fill = `docker tag ${image} mine:1.0\ndocker run -v vol:/v ${image} dd if=/dev/zero of=/v/big bs=1M count=400\n`;
  const standby = await Sandbox.start({
    ...{ outer, images: engineImages(golden, [image]), signal: new AbortController().signal },
    // Nothing for the engine beside what the containers have.
    limits: { engineMemoryBytes: 124 * 2 ** 20, engineOwnMemoryBytes: 0 },
  });
  const { result } = await graded(fill, 'boot', 0, 'dockerd is killed', standby);
  expect(result).toMatchObject({ outcome: 'graded', score: 0 });
  for (const { status, messageId, message } of result.checks) {
    expect({ status, messageId }).toEqual({ status: 'failed', messageId: 'limit' });
    expect(message?.en).toMatch(/took its Docker engine down.*Line 2: .*124 MiB of memory/);
  }
});
