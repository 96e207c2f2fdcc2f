import { check, defineGrader } from '../../authoring/index.ts';
import type { Assignment } from '../../manifest/index.ts';
import { defaultLimits } from '../../manifest/index.ts';
import { type CheckStatus, emptyEvidence, type Result } from '../../result.ts';
import type { Case } from '../cases.ts';
import { statusesOf } from '../promises.ts';
import type { Tried } from '../tried.ts';

const title = { ko: '검사', en: 'check' };
const one = check({ id: 'one', points: 60, title, run: () => true });
const two = check({ id: 'two', points: 30, title, needs: { one }, run: () => true });
const three = check({ id: 'three', points: 10, title, needs: { two }, run: () => true });

/** Three checks, each of which needs the one before it. */
export const sampleGrader = defineGrader({ assignment: 'sample', checks: [one, two, three] });

/** Its assignment, whose folder is `folder`. */
export function sampleAssignment(folder = '/nowhere'): Assignment {
  return {
    id: 'sample',
    order: 1,
    title,
    points: 100,
    images: [],
    script: 'solution.sh',
    files: [],
    packages: false,
    limits: defaultLimits,
    expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
    folder,
  };
}

/** What grading gives when these checks fail with these messages. */
export function sampleResult(failed: Record<string, string>, changed: Partial<Result> = {}): Result {
  const statuses = statusesOf(sampleGrader, failed);
  const points = { passed: (max: number) => max, failed: () => 0, blocked: () => 0, error: () => null };
  const checks = sampleGrader.checks.map(({ id, points: max }, index) => {
    const status: CheckStatus = statuses[index] ?? 'error';
    const said = failed[id] ?? (status === 'blocked' ? 'blocked' : null);
    const message = said === null ? null : { ko: `${said} 메시지`, en: `message ${said}` };
    const base = { id, title, status, max, messageId: said, message, line: null, needs: [], durationMs: 1 };
    return { ...base, points: points[status](max) };
  });
  return {
    schema: 'drydock/result/v1',
    student: 'sample',
    assignment: 'sample',
    assignmentTitle: title,
    script: 'solution.sh',
    outcome: 'graded',
    reason: null,
    score: checks.reduce((sum, check) => sum + (check.points ?? 0), 0),
    max: 100,
    checks,
    submissionHash: 'sha256:0',
    graderVersion: 'sample',
    images: {},
    standIns: [],
    engineVersion: null,
    startedAt: '2026-03-02T09:00:00.000Z',
    phases: { prepare: 0, boot: 0, replay: 0, checks: 0 },
    evidence: emptyEvidence(),
    ...changed,
  };
}

/** A mutant that promises to fail these checks, and what grading it gave. */
export function sampleMutant(name: string, promised: Record<string, string>, result: Result): Tried {
  const score = sampleResult(promised).score ?? 0;
  const expectation = { why: name, checks: promised, score };
  return { case: { kind: 'mutant', name: `mutants/${name}`, folder: '/nowhere', expectation }, result };
}

/** A case without a promise of its own, and what grading it gave. */
export function sampleTried(kind: Exclude<Case['kind'], 'mutant'>, result: Result): Tried {
  return { case: { kind, name: kind, folder: '/nowhere' }, result };
}
