import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { describe, expect, it } from 'vitest';
import { importGrader } from '../authoring/index.ts';
import { prepareImages } from '../images/index.ts';
import { type Assignment, discoverAssignments, loadExamples } from '../manifest/index.ts';
import { chooseReaper, ownLabel } from '../sandbox/index.ts';
import { type Hurry, lackingExamples, verifyGrader } from './index.ts';

const root = join(import.meta.dirname, '..', '..');
const docker = new Dockerode();
const signal = new AbortController().signal;

/**
 * CI has an end, and a machine may be five times slower than another: DRYDOCK_MATRIX_MINUTES is how long all variants
 * and mutants may take together. What is left then is told; without it everything is graded.
 */
const minutes = Number(process.env.DRYDOCK_MATRIX_MINUTES || 'Infinity');
const began = performance.now();
const atLeast = 15;
const assignments = await discoverAssignments(join(root, 'assignments'));

/** An even part of the time that is left, for the assignment that comes now. */
function hurry(assignment: Assignment): { hurry?: Hurry } {
  if (!Number.isFinite(minutes)) return {};
  const leftMs = Math.max(0, minutes * 60_000 - (performance.now() - began));
  return { hurry: { withinMs: leftMs / (assignments.length - assignments.indexOf(assignment)), atLeast } };
}

async function ownThings(): Promise<number> {
  const filters = { label: [`${ownLabel}=sandbox`] };
  const { Volumes } = await docker.listVolumes({ filters });
  return (await docker.listContainers({ all: true, filters })).length + (Volumes?.length ?? 0);
}

describe.each(assignments)('$id', (assignment) => {
  it('gives every solution, variant, mutant, starter and empty folder the verdict its author promised', {
    timeout: 2_400_000,
  }, async () => {
    const graderFolder = join(root, 'graders', assignment.id);
    const module = await importGrader(join(graderFolder, 'grader.ts'));
    await chooseReaper(docker);
    const golden = await prepareImages({ docker, images: assignment.images, progress: () => undefined });
    const before = await ownThings();
    const { faults, untried, tried, left } = await verifyGrader({
      ...{ docker, golden, assignment, graderFolder, signal, ...module },
      graderVersion: 'test',
      ...hurry(assignment),
      concurrency: 2 * availableParallelism(),
    });
    expect(faults).toEqual([]);
    expect(untried.map(({ result }) => result.reason)).toEqual([]);
    expect(await ownThings()).toBe(before);
    if (left.length > 0)
      console.warn(
        `${assignment.id}: ${tried.length} graded, ${left.length} left, for this machine is too slow for ${minutes} minutes`,
      );
  });

  it('shows a real example of every message: `drydock verify SLUG --record` keeps them', async () => {
    const graderFolder = join(root, 'graders', assignment.id);
    const { templates } = await importGrader(join(graderFolder, 'grader.ts'));
    expect(lackingExamples(templates, await loadExamples(graderFolder))).toEqual([]);
  });
});
