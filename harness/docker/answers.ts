import { within } from '../deadline.ts';
import { type CheckFailure, SandboxError } from '../errors.ts';

/** How long the engine may take to answer. What takes its time by nature (a stop with its grace) says so. */
export const answerMs = 20_000;

/** The HTTP status in an error of dockerode; undefined when no HTTP answer came at all. */
export function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The daemon's own words in an error of dockerode, without dockerode's prefix. */
export function daemonWords(thrown: unknown): string {
  const { json, message } = thrown as { json?: { message?: string }; message?: string };
  return (json?.message ?? message ?? String(thrown)).replace(/^\(HTTP code \d+\) [^-]*- /, '').trim();
}

/** The answer, or an error without a status when it has not come in time: an engine may take a request and hang. */
export function answered<T>(asked: string, request: Promise<T>, ms = answerMs): Promise<T> {
  return within(ms, request, () => new RangeError(`no answer to ${asked} within ${ms / 1000} s`));
}

/** The failure of every check while the student's own doing keeps the daemon down; undefined while it is up. */
export type Down = () => CheckFailure | undefined;

/** How a daemon's answers are taken: what may be missing, what may be turned down, and whose fault silence is. */
export class Answers {
  readonly #down: Down;

  constructor(down: Down) {
    this.#down = down;
  }

  /**
   * The answer of a request about a thing that may not exist: undefined for 404 (and 400, a malformed name), and for
   * 409: it is not in a state to give it, as a container that ended meanwhile runs no command.
   */
  async maybe<T>(asked: string, request: Promise<T>): Promise<T | undefined> {
    try {
      return await answered(asked, request);
    } catch (thrown) {
      const status = statusOf(thrown);
      // A name that no request can carry (a blank in it) names nothing either: Node refuses to send it.
      const unsent = (thrown as { code?: unknown } | null)?.code === 'ERR_UNESCAPED_CHARACTERS';
      if (status === 404 || status === 400 || status === 409 || unsent) return undefined;
      return this.lost(asked, thrown);
    }
  }

  /** The answer of a request that has to work. */
  async must<T>(asked: string, request: Promise<T>): Promise<T> {
    try {
      return await answered(asked, request);
    } catch (thrown) {
      return this.lost(asked, thrown);
    }
  }

  /** Awaits a request that the daemon may turn down: its words then, or an empty string. */
  async told(asked: string, request: Promise<unknown>, ms = answerMs): Promise<string> {
    try {
      await answered(asked, request, ms);
      return '';
    } catch (thrown) {
      const status = statusOf(thrown);
      if (status === undefined) return this.lost(asked, thrown);
      return status === 304 ? '' : daemonWords(thrown);
    }
  }

  /**
   * No answer to a request that has to work: the student's doing (CheckFailure) where it keeps the daemon down, else
   * the machine's fault (SandboxError `ENGINE_LOST`).
   */
  lost(asked: string, cause: unknown): never {
    const down = this.#down();
    if (down) throw down;
    throw new SandboxError({
      code: 'ENGINE_LOST',
      message: {
        ko: `채점용 도커 엔진이 \`${asked}\` 요청에 답하지 못했습니다: ${daemonWords(cause)}`,
        en: `The grading engine could not answer \`${asked}\`: ${daemonWords(cause)}`,
      },
      hint: {
        ko: '제출물의 잘못이 아닙니다. 다시 실행해 보고, 되풀이되면 `drydock doctor` 를 실행하세요.',
        en: 'This is not the submission’s fault. Run it again; if it repeats, run `drydock doctor`.',
      },
      cause,
    });
  }
}
