import type { Result } from '../../result.ts';

/** A valid result in which every key occurs that the schema requires, so that a key missing on either side is noticed. */
export function completeResult(changed: Partial<Result> = {}): Result {
  const text = { ko: '글', en: 'text' };
  const check = { title: text, max: 40, line: null, needs: [], durationMs: 1.5 };
  return {
    schema: 'drydock/result/v1',
    student: '김하늘',
    assignment: 'build-noderun',
    assignmentTitle: text,
    script: 'solution.sh',
    outcome: 'graded',
    reason: null,
    score: 40,
    max: 100,
    checks: [
      { ...check, id: 'built', status: 'passed', points: 40, messageId: null, message: null },
      { ...check, id: 'runs', status: 'failed', points: 0, messageId: 'absent', message: text, line: 7 },
      {
        ...check,
        id: 'http',
        status: 'blocked',
        points: 0,
        max: 20,
        messageId: 'blocked',
        message: text,
        needs: ['runs'],
      },
    ],
    submissionHash: `sha256:${'0'.repeat(64)}`,
    graderVersion: '1.0.0',
    images: { 'node:20-alpine3.17': `sha256:${'1'.repeat(64)}` },
    standIns: ['node:20-alpine3.17'],
    engineVersion: '26.1.5',
    startedAt: '2026-03-02T09:00:00.000Z',
    phases: { prepare: 0, boot: 970, replay: 812.5, checks: 340 },
    machineErrors: [{ code: 'ENGINE_START', message: text, at: '2026-03-02T09:00:01.000Z' }],
    evidence: {
      commands: [
        {
          line: 1,
          endLine: 2,
          text: 'ls',
          exitCode: null,
          startedMs: 0,
          durationMs: 1,
          endedBy: ['Ctrl-C'],
          output: '',
        },
      ],
      calls: [
        {
          id: 1,
          startedMs: 0,
          durationMs: null,
          method: 'GET',
          path: '/info',
          query: { a: 'b' },
          body: { a: 1 },
          status: null,
          error: null,
          refused: false,
          line: null,
        },
      ],
      events: [
        { atMs: -3, type: 'container', action: 'die', actorId: 'a', attributes: { exitCode: '0' }, line: 2 },
      ],
      hostCalls: [
        {
          startedMs: 1,
          durationMs: null,
          action: 'restart',
          command: ['systemctl', 'restart', 'docker'],
          settings: '{}',
          logs: [{ path: '/var/lib/docker/containers/a/a-json.log', bytes: 7 }],
          exitCode: null,
          error: null,
          refused: false,
          line: 3,
        },
      ],
      notes: [{ checkId: 'built', title: 'inspect', value: [1] }],
      remarks: [{ line: 1, text }],
    },
    ...changed,
  };
}

/** A valid result in which every key of the schema occurs: late, of an earlier attempt, and overridden. */
export function adjustedResult(changed: Partial<Result> = {}): Result {
  const reason = { ko: '글', en: 'text' };
  return completeResult({
    adjustments: [
      { kind: 'attempt', from: 20, to: 40, reason },
      { kind: 'late', from: 40, to: 36, reason },
      { kind: 'override', from: 36, to: 50, reason, by: 'oh' },
    ],
    score: 50,
    submittedAt: '2026-03-01T14:59:00Z',
    key: `sha256:${'2'.repeat(64)}`,
    ...changed,
  });
}

/** A machine's failure that an instructor gave a score to. */
export function rescuedResult(): Result {
  const reason = { ko: '글', en: 'text' };
  const was = { outcome: 'error', reason: { code: 'ENGINE_START', message: reason } } as const;
  const override = { kind: 'override', from: null, to: 70, reason, by: 'oh', was } as const;
  return completeResult({ checks: [], score: 70, adjustments: [override] });
}
