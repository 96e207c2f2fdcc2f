import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Dockerode from 'dockerode';
import { describe, expect, it } from 'vitest';
import { type Grader, graderFaults, messageTemplates } from '../authoring/index.ts';
import { prepareImages } from '../images/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { chooseReaper, ownLabel } from '../sandbox/index.ts';
import { verifyGrader } from './index.ts';

const root = join(import.meta.dirname, '..', '..');
const docker = new Dockerode();
const signal = new AbortController().signal;

async function ownThings(): Promise<number> {
  const filters = { label: [`${ownLabel}=sandbox`] };
  const { Volumes } = await docker.listVolumes({ filters });
  return (await docker.listContainers({ all: true, filters })).length + (Volumes?.length ?? 0);
}

describe.each(await discoverAssignments(join(root, 'assignments')))('$id', (assignment) => {
  it('gives every solution, variant, mutant, starter and empty folder the verdict its author promised', {
    timeout: 600_000,
  }, async () => {
    const graderFolder = join(root, 'graders', assignment.id);
    const loaded = (await import(pathToFileURL(join(graderFolder, 'grader.ts')).href)) as {
      default: Grader;
      say: object;
    };
    expect(graderFaults(loaded.default, assignment.points)).toEqual([]);

    await chooseReaper(docker);
    const golden = await prepareImages({ docker, images: assignment.images, progress: () => undefined });
    const before = await ownThings();
    const { faults, tried } = await verifyGrader({
      ...{ docker, golden, assignment, graderFolder, signal },
      grader: loaded.default,
      messageIds: Object.keys(messageTemplates(loaded.say)),
      graderVersion: 'test',
      concurrency: 2,
    });
    expect(faults).toEqual([]);
    expect(tried.filter(({ case: { kind } }) => kind === 'variant').length).toBeGreaterThanOrEqual(4);
    expect(tried.filter(({ case: { kind } }) => kind === 'mutant').length).toBeGreaterThanOrEqual(12);
    expect(await ownThings()).toBe(before);
  });
});
