import { createHash } from 'node:crypto';
import type { GradingJob, Versions } from '../../queue/index.ts';
import { emptyEvidence, type Result, resultSchemaId } from '../../result.ts';
import recorded from './durations.json' with { type: 'json' };

/** Jobs that one machine of the recording ran at once. */
export const slots = recorded.slots;

export const versions: Versions = { drydock: 'bench', graders: {}, images: {}, engine: 'none' };

/** Milliseconds that a job takes: one of the recorded durations, by its id, so that every run has the same ones. */
export function durationOf({ id }: GradingJob): number {
  const [first = 0] = createHash('sha256').update(id).digest();
  return recorded.ms[first % recorded.ms.length] ?? 0;
}

/** The mean of the recorded durations, in milliseconds. */
export const meanMs = recorded.ms.reduce((sum, ms) => sum + ms, 0) / recorded.ms.length;

/** A result of the recorded size, with evidence that compresses about as well as real one. */
export function resultOf({ id, student, assignment }: GradingJob): Result {
  const lines = Math.ceil(recorded.resultBytes / 190);
  const commands = Array.from({ length: lines }, (_, index) => {
    const word = createHash('sha256').update(`${id} ${index}`).digest('hex').slice(0, 24);
    const output = `CONTAINER ${word} Up ${index} seconds`;
    return { line: index, endLine: index, text: `docker ps --filter id=${word}`, exitCode: 0, output };
  });
  return {
    ...{
      schema: resultSchemaId,
      student,
      assignment,
      script: 'solution.sh',
      outcome: 'graded',
      reason: null,
    },
    assignmentTitle: { ko: '과제', en: 'Assignment' },
    ...{ score: 100, max: 100, checks: [], submissionHash: null, graderVersion: 'bench', images: {} },
    ...{ standIns: [], engineVersion: null, startedAt: '2026-03-02T09:00:00.000Z' },
    phases: { prepare: 0, boot: 0, replay: durationOf({ id } as GradingJob), checks: 0 },
    evidence: {
      ...emptyEvidence(),
      commands: commands.map((one) => ({ ...one, startedMs: 0, durationMs: 0, endedBy: [] })),
    },
  };
}
