import type { Grader } from '../authoring/index.ts';
import { firstError, SandboxError } from '../errors.ts';
import type { GoldenStore } from '../images/index.ts';
import type { MachineFailure, Result } from '../result.ts';
import { type Sandbox, scriptText } from '../sandbox/index.ts';
import { attempt, type Progress } from './attempt.ts';
import { noScript, nothingHandedIn, subjectOf, troubleReason, unrunResult } from './refusals.ts';
import type { SandboxChoice } from './start-sandbox.ts';
import { readSubmission } from './submission-folder.ts';

export interface GradeOptions extends Omit<SandboxChoice, 'golden'> {
  grader: Grader;
  /** The submission's folder for this assignment; it may not exist. */
  folder: string;
  student: string;
  golden: GoldenStore | (() => Promise<GoldenStore>);
  graderVersion: string;
  progress?: (step: Progress) => void;
  /**
   * A sandbox for this assignment that stands by, or what gives one; asked for once there is something to replay,
   * and disposed of afterwards. What fails in it or in giving it counts as an attempt.
   */
  standby?: Sandbox | (() => Promise<Sandbox>);
}

/** A submission is tried again once when the machine failed: an outage that passes costs nobody a grade. */
const attempts = 2;

/**
 * Grades one submission for one assignment: reads it, replays it in a sandbox of its own, runs the checks.
 * The machine's failures become a result without a score; the operator's (UsageError) and an abort are thrown.
 */
export async function gradeSubmission(options: GradeOptions): Promise<Result> {
  const { assignment, folder, signal } = options;
  const startedAt = new Date();
  const submission = await readSubmission(folder);
  if (!submission)
    return unrunResult(options, 'missing', nothingHandedIn(folder, assignment), null, startedAt);

  const script = submission.files.find(({ path }) => path === assignment.script);
  const read = script && scriptText(script.bytes, assignment.script);
  if (read?.kind !== 'text') {
    const reason = read ? read.refusal : noScript(assignment, submission);
    return unrunResult(options, 'invalid', reason, submission.hash, startedAt);
  }

  const prepareBegan = performance.now();
  options.progress?.({ phase: 'prepare' });
  const golden = typeof options.golden === 'function' ? await options.golden() : options.golden;
  const prepare = Math.round(performance.now() - prepareBegan);

  const machineErrors: MachineFailure[] = [];
  const { standby, ...fresh } = options;
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted();
    try {
      const given = tried === 1 ? await (typeof standby === 'function' ? standby() : standby) : undefined;
      const ran = await attempt({
        ...{ ...fresh, golden, submission, script: read },
        ...(given === undefined ? {} : { standby: given }),
      });
      if (ran.machine) machineErrors.push(failureOf(ran.machine));
      if (ran.machine && tried < attempts) continue;
      const { phases } = ran.result;
      return {
        ...subjectOf(options, submission.hash, startedAt),
        ...ran.result,
        ...(ran.machine && ran.result.outcome === 'error' ? { reason: troubleReason(ran.machine) } : {}),
        phases: { ...phases, prepare },
        ...(machineErrors.length === 0 ? {} : { machineErrors }),
      };
    } catch (any) {
      const thrown = firstError(any);
      if (!(thrown instanceof SandboxError)) throw any;
      machineErrors.push(failureOf(thrown));
      if (tried < attempts) continue;
      return {
        ...unrunResult(options, 'error', troubleReason(thrown), submission.hash, startedAt),
        machineErrors,
      };
    }
  }
}

function failureOf({ code, text }: SandboxError): MachineFailure {
  return { code, message: text, at: new Date().toISOString() };
}
