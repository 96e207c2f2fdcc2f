import { UsageError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/** Who may interrupt: the process, or in tests an emitter. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
}

/** Said at the second Ctrl-C, when clean-up was not waited for. */
export const abandoned: Text = {
  ko: '정리를 기다리지 않고 끝냅니다. 남은 컨테이너는 다음에 drydock 이 시작할 때 지워집니다.',
  en: 'Exiting without waiting for the clean-up. What is left is swept when drydock starts next.',
};

/** Said at the first Ctrl-C. */
export const stopping: Text = {
  ko: '중단합니다. 샌드박스를 지우는 중입니다… (한 번 더 누르면 바로 끝납니다)',
  en: 'Stopping. Removing the sandbox… (once more to exit at once)',
};

const codes: Partial<Record<NodeJS.Signals, ExitCode>> = {
  SIGINT: exitCode.interrupted,
  SIGTERM: exitCode.terminated,
  SIGHUP: exitCode.terminated,
};

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that everything started is removed on the way out,
 * and the second into `leave`. SIGHUP (the terminal was closed) counts as SIGTERM.
 */
export class Interruption {
  readonly #controller = new AbortController();
  #code: ExitCode | undefined;

  constructor(
    source: SignalSource,
    { stop, leave }: { stop: (said: Text) => void; leave: (code: ExitCode, said: Text) => void },
  ) {
    for (const [name, code] of Object.entries(codes)) {
      source.on(name as NodeJS.Signals, () => {
        if (this.#code !== undefined) return leave(this.#code, abandoned);
        this.#code = code;
        stop(stopping);
        this.#controller.abort(interrupted(name));
      });
    }
  }

  /** Aborted by the first signal; its reason is a UsageError `INTERRUPTED`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The exit code of the signal that came; undefined while none came. */
  get code(): ExitCode | undefined {
    return this.#code;
  }

  /** Whether an error is only the echo of the signal, of which the operator knows. */
  explains(thrown: unknown): boolean {
    if (this.#code === undefined) return false;
    for (let at = thrown, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1)
      if (at === this.signal.reason || at.name === 'AbortError') return true;
    return false;
  }
}

function interrupted(name: string): UsageError {
  return new UsageError({
    code: 'INTERRUPTED',
    message: { ko: `${name} 신호를 받아 중단했습니다.`, en: `Stopped by ${name}.` },
    hint: { ko: '같은 명령을 다시 실행하세요.', en: 'Run the same command again.' },
  });
}
