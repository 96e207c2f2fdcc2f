import type { Grader } from '../authoring/index.ts';
import { CheckFailure, SandboxError } from '../errors.ts';
import type { CheckResult } from '../result.ts';
import type { Stopped } from '../sandbox/index.ts';
import { type CheckRun, runChecks, type SharedContext } from './run-checks.ts';

/** How long all checks of one submission may take together, however many there are. The replay has its own limit. */
export const checksMs = 240_000;

/**
 * Runs the checks, and finds out whether one that failed or took too long did so because the engine hangs or is gone:
 * then the machine failed, and not the student. Throws SandboxError when all checks together reach `checksMs`.
 */
export async function look(
  grader: Grader,
  shared: SharedContext,
  checkMs: number,
  signal: AbortSignal,
  done: Parameters<typeof runChecks>[4],
  totalMs = checksMs,
): Promise<CheckRun> {
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(tooLong(totalMs)), totalMs);
  try {
    const run = await runChecks(grader, shared, checkMs, AbortSignal.any([signal, time.signal]), done);
    const isDoubtful = run.checks.some(({ status }) => status === 'error' || status === 'failed');
    const machine = isDoubtful && run.machine === undefined ? await engineTrouble(shared) : run.machine;
    return machine === undefined ? run : { ...run, machine, checks: run.checks.map(unproven(machine)) };
  } finally {
    clearTimeout(timer);
  }
}

/** The checks of a submission whose script took its engine down: none can pass, and each says why. */
export function unlooked(grader: Grader, { line, text }: Stopped): CheckRun {
  const checks = grader.checks.map((check) => ({
    id: check.id,
    title: check.title,
    status: 'failed' as const,
    points: 0,
    max: check.points,
    messageId: 'limit',
    message: {
      ko: `스크립트가 채점용 도커 엔진을 멈추게 해서 확인할 것이 남지 않았습니다. ${text.ko}`,
      en: `The script took its Docker engine down, so nothing is left to check. ${text.en}`,
    },
    line,
    needs: Object.values(check.needs).map(({ id }) => id),
    durationMs: 0,
  }));
  return { checks, notes: [], machine: undefined };
}

/** What failed while the engine went away proves nothing against the student. */
function unproven({ text }: SandboxError): (check: CheckResult) => CheckResult {
  return (check) =>
    check.status === 'failed'
      ? { ...check, status: 'error', points: null, messageId: 'error', message: text, line: null }
      : check;
}

/** Why the engine's answers are none, if so. A daemon that the student stopped is no trouble. */
async function engineTrouble({ docker, shell }: SharedContext): Promise<SandboxError | undefined> {
  try {
    await docker.info().catch((thrown) => {
      if (!(thrown instanceof CheckFailure)) throw thrown;
    });
    // It takes the engine along a moment later; until then dockerd answers, and what it should run fails (26.1).
    const containerd = await shell('pidof containerd');
    return containerd.trim() === '' ? containerdGone() : undefined;
  } catch (thrown) {
    if (thrown instanceof SandboxError) return thrown;
    throw thrown;
  }
}

function containerdGone(): SandboxError {
  return new SandboxError({
    code: 'CONTAINERD_GONE',
    message: {
      ko: '검사하는 동안 채점용 도커 엔진의 containerd가 사라졌습니다.',
      en: 'The containerd of the grading engine went away during the checks.',
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `drydock doctor` 로 이 컴퓨터의 메모리와 도커를 확인하세요.',
      en: 'This is not the submission’s fault. Look at this machine’s memory and Docker with `drydock doctor`.',
    },
  });
}

function tooLong(totalMs: number): SandboxError {
  return new SandboxError({
    code: 'CHECKS_TIME',
    message: {
      ko: `검사 전체의 제한 시간 ${totalMs / 1000}초 안에 검사가 끝나지 않았습니다.`,
      en: `The checks did not end within their limit of ${totalMs / 1000} s for one submission.`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. 머신이 너무 바쁜지 `drydock doctor` 로 확인한 뒤 다시 채점하세요.',
      en: 'This is not the submission’s fault. See with `drydock doctor` whether the machine is overloaded, then grade again.',
    },
  });
}
