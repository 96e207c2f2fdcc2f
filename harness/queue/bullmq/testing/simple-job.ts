import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxError } from '../../../errors.ts';
import { emptyEvidence, type Result, resultSchemaId } from '../../../result.ts';
import type { GradingJob } from '../../job.ts';
import type { Versions } from '../versions.ts';

export const versions: Versions = {
  drydock: '1.0.0',
  graders: { smoke: 'aaaaaaaaaaaa' },
  images: { 'alpine:3.17': 'sha256:1111' },
  engine: '26.1.5',
};

/** The queue's clocks for tests: seconds instead of minutes. */
export const quick = { beatMs: 200, lockMs: 2000, stalledMs: 1000, sweepMs: 500, againMs: 100 };

/** A result of one job. */
export function resultOf({ student, assignment }: GradingJob, changed: Partial<Result> = {}): Result {
  return {
    ...{
      schema: resultSchemaId,
      student,
      assignment,
      script: 'solution.sh',
      outcome: 'graded',
      reason: null,
    },
    assignmentTitle: { ko: '연기', en: 'Smoke' },
    ...{ score: 100, max: 100, checks: [], submissionHash: null, graderVersion: 'aaaaaaaaaaaa', images: {} },
    ...{ standIns: [], engineVersion: '26.1.5', startedAt: '2026-03-02T09:00:00.000Z' },
    phases: { prepare: 0, boot: 1, replay: 1, checks: 1 },
    evidence: emptyEvidence(),
    ...changed,
  };
}

/** A result without a score. */
export function errorOf(job: GradingJob, reason: NonNullable<Result['reason']>): Result {
  return resultOf(job, { outcome: 'error', score: null, reason });
}

/**
 * A job function that does what the submission's script says, for the worker of this name: `sleep MS`, `score N`,
 * `machine fails [NAME]`, `throws`, `ends the process`.
 */
export async function simpleJob(name: string, job: GradingJob): Promise<Result> {
  const script = await readFile(join(job.folder, 'solution.sh'), 'utf8');
  let score = 100;
  for (const line of script.trim().split('\n')) {
    const [verb, value = ''] = line.split(' ');
    if (verb === 'sleep') await sleep(Number(value));
    if (verb === 'score') score = Number(value);
    const fails = line === 'machine fails' || line === `machine fails ${name}`;
    const message = { ko: '엔진이 시작되지 않았습니다.', en: 'The engine did not start.' };
    if (fails) return errorOf(job, { code: 'ENGINE_START', message });
    if (line === 'throws') throw new SandboxError({ code: 'DISK_FULL', message, hint: message });
    if (line === 'ends the process') process.kill(process.pid, 'SIGKILL');
  }
  return resultOf(job, { score });
}
