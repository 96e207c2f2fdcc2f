import { emptyEvidence, type Result } from '../../harness/result.ts';
import { gradedChecks, nastyText, passedCheck } from './nasty-checks.ts';

/** A result with nothing unusual in it; tests change what they are about. */
export function plainResult(changed: Partial<Result> = {}): Result {
  return {
    schema: 'drydock/result/v1',
    student: '김하늘',
    assignment: 'build-noderun',
    script: 'solution.sh',
    assignmentTitle: { ko: 'Node.js 이미지 만들기', en: 'Build a Node.js image' },
    outcome: 'graded',
    reason: null,
    score: 100,
    max: 100,
    checks: [passedCheck()],
    submissionHash: `sha256:${'0123456789abcdef'.repeat(4)}`,
    graderVersion: '1.0.0',
    images: { 'node:20-alpine3.17': `sha256:${'a'.repeat(64)}` },
    standIns: [],
    engineVersion: '26.1.5',
    startedAt: '2026-03-02T09:00:00.000Z',
    phases: { prepare: 0, boot: 970, replay: 812.5, checks: 340 },
    evidence: emptyEvidence(),
    ...changed,
  };
}

/** Every status and every outcome once, as schema-valid results, with nasty text wherever a student has a say. */
export function nastyResults(): Result[] {
  const told = { ko: nastyText, en: nastyText };
  const checks = gradedChecks();
  const broken = passedCheck({ status: 'error', points: null, messageId: 'error', message: told });
  const evidence = {
    ...emptyEvidence(),
    commands: [command(2, 'docker build -t noderun:1.0 .', 0), command(7, nastyText, 125)],
    calls: [nastyCall()],
    events: [event()],
    notes: [{ checkId: 'image-built', title: 'docker inspect', value: { Id: nastyText } }],
    remarks: [
      { line: 7, text: told },
      { line: null, text: told, code: 'protected-file' as const },
    ],
  };
  return [
    plainResult({ student: nastyText, score: 35, checks, standIns: ['node:20-alpine3.17'], evidence }),
    plainResult({
      student: 'lee.min',
      score: 0,
      outcome: 'missing',
      reason: { code: 'NO_SUBMISSION', message: told },
      checks: [],
      submissionHash: null,
    }),
    plainResult({
      student: 'park',
      score: 0,
      outcome: 'invalid',
      reason: { code: 'NO_SCRIPT', message: told },
      checks: [],
    }),
    plainResult({
      student: 'choi',
      score: null,
      outcome: 'error',
      reason: { code: 'ENGINE_START', message: told },
      checks: [broken],
      engineVersion: null,
    }),
    plainResult({ student: 'choi', assignment: 'run-nginx' }),
  ];
}

function command(line: number, text: string, exitCode: number) {
  return {
    line,
    endLine: line + 1,
    text,
    exitCode,
    startedMs: 3,
    durationMs: 4.5,
    endedBy: ['Ctrl-C'],
    output: `${nastyText}\n${'x'.repeat(1 << 20)}`,
  };
}

function nastyCall() {
  const path = `/containers/${nastyText}/json`;
  const asked = { method: 'GET', path, query: { all: '1' }, body: { Cmd: [nastyText] } };
  return {
    id: 1,
    startedMs: 3,
    durationMs: null,
    ...asked,
    status: 403,
    error: nastyText,
    refused: true,
    line: 7,
  };
}

function event() {
  return {
    atMs: -2,
    type: 'container',
    action: 'die',
    actorId: 'abc',
    attributes: { name: nastyText },
    line: null,
  };
}
