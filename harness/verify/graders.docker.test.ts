import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { describe, expect, it } from 'vitest';
import { importGrader } from '../authoring/index.ts';
import { prepareImages } from '../images/index.ts';
import { discoverAssignments, loadExamples } from '../manifest/index.ts';
import { chooseReaper, ownLabel } from '../sandbox/index.ts';
import { lackingExamples, verifyGrader } from './index.ts';

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
    timeout: 2_400_000,
  }, async () => {
    const graderFolder = join(root, 'graders', assignment.id);
    const module = await importGrader(join(graderFolder, 'grader.ts'));
    await chooseReaper(docker);
    const golden = await prepareImages({ docker, images: assignment.images, progress: () => undefined });
    const before = await ownThings();
    const { faults, untried } = await verifyGrader({
      ...{ docker, golden, assignment, graderFolder, signal, ...module },
      graderVersion: 'test',
      concurrency: 2 * availableParallelism(),
    });
    expect(faults).toEqual([]);
    expect(untried.map(({ result }) => result.reason)).toEqual([]);
    expect(await ownThings()).toBe(before);
  });

  it('shows a real example of every message: `drydock verify SLUG --record` keeps them', async () => {
    const graderFolder = join(root, 'graders', assignment.id);
    const { templates } = await importGrader(join(graderFolder, 'grader.ts'));
    expect(lackingExamples(templates, await loadExamples(graderFolder))).toEqual([]);
  });
});
