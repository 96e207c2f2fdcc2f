import type { Check, CheckContext, Grader } from '../authoring/index.ts';
import { CheckFailure, causesOf, SandboxError } from '../errors.ts';
import type { CheckResult, Note } from '../result.ts';
import type { Text } from '../text.ts';

/** What every check of a run shares; the rest of its context is its own. */
export type SharedContext = Omit<CheckContext, 'needs' | 'evidence' | 'signal'>;

export interface CheckRun {
  checks: CheckResult[];
  notes: Note[];
  /** The first error that was the machine's, when one was: the run may be tried again. */
  machine: SandboxError | undefined;
}

/** How a check went, with what it returned for those that need it. */
type Settled = { result: CheckResult; returned?: unknown; machine?: SandboxError };

/**
 * Runs a grader's checks: those that only look, side by side as their needs allow; then those that disturb, one at a
 * time in written order; those that add beside both. Nothing is passed until its check returned.
 */
export async function runChecks(
  grader: Grader,
  shared: SharedContext,
  checkMs: number,
  signal: AbortSignal,
  done: (check: Check<unknown>, settled: number) => void,
): Promise<CheckRun> {
  const notes: Note[] = [];
  const settled = new Map<Check<unknown>, Promise<Settled>>();
  let count = 0;
  const start = (check: Check<unknown>): Promise<Settled> => {
    const running = runOne(check, shared, settled, notes, checkMs, signal).finally(() => {
      count += 1;
      done(check, count);
    });
    settled.set(check, running);
    return running;
  };
  // Started in written order, since a check waits for those that it needs.
  for (const check of grader.checks.filter((check) => !check.disturbs)) start(check);
  const looking = grader.checks.filter((check) => !check.disturbs && !check.adds);
  await Promise.all(looking.map((check) => settled.get(check)));
  for (const check of grader.checks.filter((check) => check.disturbs)) await start(check);
  signal.throwIfAborted();
  const all = await Promise.all(grader.checks.map((check) => settled.get(check)));
  const found = all.filter((one) => one !== undefined);
  return {
    checks: found.map(({ result }) => result),
    notes,
    machine: found.find(({ machine }) => machine)?.machine,
  };
}

async function runOne(
  check: Check<unknown>,
  shared: SharedContext,
  settled: ReadonlyMap<Check<unknown>, Promise<Settled>>,
  notes: Note[],
  checkMs: number,
  signal: AbortSignal,
): Promise<Settled> {
  const needs: Record<string, unknown> = {};
  const missing: Check<unknown>[] = [];
  for (const [name, needed] of Object.entries(check.needs)) {
    const first = await settled.get(needed);
    if (first?.result.status === 'passed') needs[name] = first.returned;
    else missing.push(needed);
  }
  const began = performance.now();
  const settle = (part: Pick<CheckResult, 'status' | 'points'> & Partial<CheckResult>): CheckResult => ({
    id: check.id,
    title: check.title,
    max: check.points,
    messageId: null,
    message: null,
    line: null,
    needs: Object.values(check.needs).map(({ id }) => id),
    durationMs: Math.round(performance.now() - began),
    ...part,
  });
  if (missing.length > 0) {
    return {
      result: settle({ status: 'blocked', points: 0, messageId: 'blocked', message: blockedBy(missing) }),
    };
  }
  const time = AbortSignal.any([signal, AbortSignal.timeout(checkMs)]);
  const evidence = {
    note: (title: string, value: unknown) => void notes.push({ checkId: check.id, title, value }),
  };
  try {
    const context = { ...shared, needs, evidence, signal: time } as unknown as CheckContext<never>;
    const returned = await inTime(Promise.resolve(check.run(context)), time);
    return { result: settle({ status: 'passed', points: check.points }), returned };
  } catch (thrown) {
    if (thrown instanceof CheckFailure) {
      const { said, line } = thrown;
      return {
        result: settle({ status: 'failed', points: 0, messageId: said.id, message: said.text, line }),
      };
    }
    const message = brokeBecause(thrown, time.aborted, checkMs);
    const result = settle({ status: 'error', points: null, messageId: 'error', message });
    return thrown instanceof SandboxError ? { result, machine: thrown } : { result };
  }
}

/** The promise, or the signal's reason when that comes first. A check that hangs must not hang the run. */
function inTime<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([promise, over]).finally(() => signal.removeEventListener('abort', stop));
}

/** What a check says that was not run, because these did not pass. */
export function blockedBy(checks: readonly Pick<Check<unknown>, 'title'>[]): Text {
  const titles = (locale: 'ko' | 'en') => checks.map(({ title }) => `“${title[locale]}”`).join(', ');
  return { ko: `먼저 ${titles('ko')} 항목을 해결하세요.`, en: `Fix ${titles('en')} first.` };
}

function brokeBecause(thrown: unknown, timedOut: boolean, checkMs: number): Text {
  if (thrown instanceof SandboxError) return thrown.text;
  if (timedOut) {
    return {
      ko: `검사가 ${checkMs} ms 안에 끝나지 않았습니다. 제출물의 잘못이 아닙니다.`,
      en: `The check did not end within ${checkMs} ms. This is not the submission’s fault.`,
    };
  }
  const cause = causesOf(thrown);
  return {
    ko: `채점 코드가 고장 났습니다: ${cause}. 제출물의 잘못이 아닙니다. 과제 작성자에게 알려 주세요.`,
    en: `The grader itself broke: ${cause}. This is not the submission’s fault. Please tell the assignment’s author.`,
  };
}
