import { randomBytes, randomInt } from 'node:crypto';
import type { SandboxError } from '../errors.ts';
import type { GoldenStore } from '../images/index.ts';
import { isAdvice, type Result } from '../result.ts';
import { defaultReplayLimits, type Sandbox, withPatience } from '../sandbox/index.ts';
import { scoreOf } from '../scoring/index.ts';
import type { Text } from '../text.ts';
import { Timeline } from '../timeline/index.ts';
import type { GradeOptions } from './grade-submission.ts';
import { look, unlooked } from './look.ts';
import { protectedRemarks } from './protected-files.ts';
import type { CheckRun } from './run-checks.ts';
import { startSandbox } from './start-sandbox.ts';
import { starterOf } from './starter-of.ts';
import type { SubmissionFolder } from './submission-folder.ts';

/** What is under way, for whoever watches. */
export type Progress =
  | { phase: 'prepare' | 'boot' }
  | { phase: 'replay'; line: number; command: string }
  | { phase: 'checks'; check: string; done: number; total: number };

export interface AttemptOptions extends Omit<GradeOptions, 'standby'> {
  golden: GoldenStore;
  submission: SubmissionFolder;
  /** A sandbox for this assignment that stands by; it is used up. One is started when left out. */
  standby?: Sandbox;
  script: { text: string; remarks: { line: number; text: Text }[] };
}

/** The parts of a result that come from a run in a sandbox. */
export interface Attempt {
  result: Pick<
    Result,
    | 'outcome'
    | 'reason'
    | 'score'
    | 'max'
    | 'checks'
    | 'images'
    | 'standIns'
    | 'engineVersion'
    | 'phases'
    | 'evidence'
  >;
  /** Set when a check met a failure of the machine. */
  machine: SandboxError | undefined;
}

/** One run of one submission in a sandbox that is gone afterwards. Throws SandboxError when the machine failed. */
export async function attempt(options: AttemptOptions): Promise<Attempt> {
  const { assignment, golden, grader, script, signal, submission } = options;
  const limits = withPatience({ ...defaultReplayLimits, ...assignment.limits }, options.patience ?? 1);
  const watch = stopwatch();

  options.progress?.({ phase: 'boot' });
  await using sandbox = await (options.standby ?? startSandbox(options, submission.files));
  if (options.standby) await sandbox.lay(submission.files);
  const booted = sandbox.ready.then(() => watch());
  booted.catch(() => undefined);

  const lines = script.text.split('\n');
  const replayed = await sandbox.replay(script.text, limits, signal, (line) => {
    if (line !== null) options.progress?.({ phase: 'replay', line, command: lines[line - 1]?.trim() ?? '' });
  });
  const [engineVersion, given, boot] = await Promise.all([sandbox.ready, sandbox.given, booted]);
  const replay = watch();

  const starter = starterOf(assignment);
  const shared = {
    docker: sandbox.daemon,
    timeline: new Timeline(replayed.evidence, replayed.origin),
    given,
    submission: {
      paths: submission.files.map(({ path }) => path),
      read: async (path: string) => submission.files.find((file) => file.path === path)?.bytes,
      readAfter: (path: string) => sandbox.readWorkspace(path),
    },
    starter,
    shell: (script: string) => sandbox.shell(script),
    random: {
      word: (prefix: string) => `${prefix}-${randomBytes(4).toString('hex')}`,
      port: () => randomInt(20_000, 60_000),
    },
  };
  const total = grader.checks.length;
  const { checks, notes, machine } = replayed.stopped
    ? unlooked(grader, replayed.stopped)
    : await look(grader, shared, limits.checkMs, signal, (check, done) =>
        options.progress?.({ phase: 'checks', check: check.id, done, total }),
      );
  const remarks = [...script.remarks, ...(await protectedRemarks(assignment, starter, submission))];
  return {
    result: {
      ...scoreOf(checks),
      reason: reasonOf(checks),
      checks,
      ...imagesSeen(golden, assignment.images),
      engineVersion,
      phases: { prepare: 0, boot, replay, checks: watch() },
      evidence: { ...replayed.evidence, remarks: [...remarks, ...replayed.evidence.remarks], notes },
    },
    machine,
  };
}

/** Gives the milliseconds since the last call. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const lap = Math.round(now - last);
    last = now;
    return lap;
  };
}

function imagesSeen(golden: GoldenStore, references: readonly string[]): Pick<Result, 'images' | 'standIns'> {
  const seen = references.map((reference) => [reference, golden.images[reference]] as const);
  return {
    images: Object.fromEntries(seen.map(([reference, image]) => [reference, image?.id ?? ''])),
    standIns: seen.filter(([, image]) => image?.standIn).map(([reference]) => reference),
  };
}

/** Why there is no score, when a check broke or there was none. */
function reasonOf(checks: CheckRun['checks']): Result['reason'] {
  if (checks.length === 0) return { code: 'NO_CHECKS', message: noChecks };
  const broke = checks.find((check) => check.status === 'error' && !isAdvice(check));
  return broke?.message ? { code: 'CHECK_ERROR', message: broke.message } : null;
}

const noChecks: Text = {
  ko: '채점 코드에 검사가 하나도 없습니다. 과제 작성자에게 알려 주세요.',
  en: 'The grader has no checks. Please tell the assignment’s author.',
};
