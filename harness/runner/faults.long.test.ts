import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, defineGrader, messages, reject } from '../authoring/index.ts';
import { type GoldenStore, prepareImages } from '../images/index.ts';
import { type Assignment, defaultLimits } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import { chooseReaper } from '../sandbox/index.ts';
import { gradeSubmission, type Progress } from './index.ts';

const outer = new Dockerode();
const image = 'node:20-alpine3.17';
const say = messages({ none: { ko: '`mine:1.0` 이미지가 없습니다.', en: 'There is no image `mine:1.0`.' } });
const tagged = check({
  id: 'tagged',
  points: 60,
  title: { ko: '이름을 붙였다', en: 'It is tagged' },
  run: async ({ docker }) => (await docker.image('mine:1.0')) ?? reject(say.none()),
});
const slow = check({
  id: 'slow',
  points: 40,
  needs: { tagged },
  title: { ko: '다시 보았다', en: 'It is still there' },
  run: async ({ docker }) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return (await docker.image('mine:1.0')) ?? reject(say.none());
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
afterAll(() => rm(folder, { recursive: true, force: true }));

/** This process's containers, newest first: the bench, then the engine, or the other way round. */
async function containers(): Promise<Dockerode.ContainerInfo[]> {
  const rows = await outer.listContainers({ filters: { label: ['drydock=sandbox'] } });
  return rows.filter(({ Labels }) => Labels['drydock.owner']?.split('/')[1] === String(process.pid));
}

/** The harness may have noticed, and be removing it already. */
async function remove(id: string): Promise<void> {
  await outer
    .getContainer(id)
    .remove({ force: true })
    .catch(() => undefined);
}

/** Removes every container of the sandbox under way, as an outer daemon that restarts would end them. */
async function removeAll(): Promise<void> {
  for (const { Id } of await containers()) await remove(Id);
}

/** Removes the engine alone: the container that shares no other's network. */
async function removeEngine(): Promise<void> {
  const engines = (await containers()).filter(({ HostConfig }) => HostConfig.NetworkMode === 'none');
  for (const { Id } of engines) await remove(Id);
}

/** Grades a script while something breaks as often as told, at that phase. */
async function graded(
  script: string,
  phase: Progress['phase'],
  times: number,
  inject: () => Promise<void>,
  memoryBytes?: number,
) {
  await writeFile(join(folder, 'solution.sh'), script);
  let left = times;
  const seen = new Set<string>();
  const injections: Promise<unknown>[] = [];
  const progress = (step: Progress) => {
    if (step.phase === 'boot') seen.clear();
    if (step.phase !== phase || seen.has(phase) || left === 0) return;
    seen.add(phase);
    left -= 1;
    injections.push(new Promise((resolve) => setTimeout(resolve, 400)).then(inject));
  };
  const limits = { ...defaultLimits, ...(memoryBytes === undefined ? {} : { memoryBytes }) };
  const assignment = {
    id: 'smoke',
    title: { ko: '연기', en: 'Smoke' },
    points: 100,
    images: [image],
    script: 'solution.sh',
    packages: false,
    limits,
  };
  const result = await gradeSubmission({
    ...{ docker: outer, assignment: assignment as unknown as Assignment, grader, folder, student: 'kim' },
    ...{ golden, graderVersion: '1', signal: new AbortController().signal, progress },
  });
  await Promise.all(injections);
  expect({ left, containers: await containers() }).toEqual({ left: 0, containers: [] });
  return result;
}

const script = `docker tag ${image} mine:1.0\nsleep 1.5\ndocker images\n`;
const phases: Progress['phase'][] = ['boot', 'replay', 'checks'];
const faults = [
  ['the engine is removed', removeEngine],
  ['all containers are removed', removeAll],
] as const;
const cases = phases.flatMap((phase) => faults.map(([name, inject]) => ({ phase, name, inject })));

test.each(cases)(
  '$name once during $phase: graded as if nothing had been',
  { timeout: 120_000 },
  async ({ phase, inject }) => {
    expect(await graded(script, phase, 1, inject)).toMatchObject({ outcome: 'graded', score: 100 });
  },
);

test.each(cases)(
  '$name every time during $phase: no score, and a reason',
  { timeout: 120_000 },
  async ({ phase, inject }) => {
    const result: Result = await graded(script, phase, 2, inject);
    expect(result).toMatchObject({ outcome: 'error', score: null });
    expect(result.reason?.message.ko).toMatch(/[가-힣]/);
    expect(result.reason?.message.en).toMatch(/not the submission’s fault/);
  },
);

test('a script that takes its engine down is graded, with a message at every check', {
  timeout: 120_000,
}, async () => {
  const fill = `docker tag ${image} mine:1.0\ndocker run -v vol:/v ${image} dd if=/dev/zero of=/v/big bs=1M count=400\n`;
  const result = await graded(fill, 'boot', 0, removeAll, 124 * 2 ** 20);
  expect(result).toMatchObject({ outcome: 'graded', score: 0 });
  for (const { status, messageId, message } of result.checks) {
    expect({ status, messageId }).toEqual({ status: 'failed', messageId: 'limit' });
    expect(message?.en).toMatch(/took its Docker engine down.*Line 2: .*124 MiB of memory/);
  }
});
