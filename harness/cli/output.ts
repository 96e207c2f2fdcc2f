import { SandboxError } from '../errors.ts';

/** The environment variables that a decision about a stream looks at. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of a stream to decide how to write to it. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const usualColumns = 80;

/**
 * Whether to colour what goes to a stream. The flag wins, then FORCE_COLOR (which Node, too, lets beat NO_COLOR),
 * then a non-empty NO_COLOR (no-color.org: an empty one means nothing), TERM=dumb, CI, and anything but a terminal.
 */
export function wantsColor(screen: Screen, env: Environment, flag?: boolean): boolean {
  if (flag !== undefined) return flag;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  if (env.NO_COLOR) return false;
  return isAnimated(screen, env);
}

/** Whether lines may be drawn over: a real terminal that a person looks at. */
export function isAnimated(screen: Screen, env: Environment): boolean {
  return screen.isTTY === true && env.TERM !== 'dumb' && !isCi(env);
}

function isCi(env: Environment): boolean {
  return Boolean(env.CI) && env.CI !== 'false';
}

/** One of the two streams of the process, with what was decided about it. */
export class Output {
  readonly color: boolean;
  readonly animated: boolean;
  readonly #stream: NodeJS.WritableStream & Screen;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: NodeJS.WritableStream & Screen, env: Environment, colorFlag?: boolean) {
    this.#stream = stream;
    this.color = wantsColor(stream, env, colorFlag);
    this.animated = isAnimated(stream, env);
    stream.on('error', (failure: NodeJS.ErrnoException) => {
      this.#failure ??= failure;
    });
  }

  /** The width in cells at this moment; a terminal can be resized. */
  get columns(): number {
    return this.#stream.columns || usualColumns;
  }

  /** Writes and does not wait: for progress, where a lost character is no loss. */
  draw(text: string): void {
    if (this.#failure === undefined) this.#stream.write(text);
  }

  /**
   * Writes and waits until it is out of the process, so that an exit right after loses nothing.
   * A reader that went away (`| head`) is no error; a full disk throws SandboxError `OUTPUT_WRITE`.
   */
  async write(text: string): Promise<void> {
    if (this.#failure === undefined) {
      const failed = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) =>
        this.#stream.write(text, resolve),
      );
      if (failed) this.#failure = failed;
    }
    if (this.#failure !== undefined && this.#failure.code !== 'EPIPE') throw unwritten(this.#failure);
  }
}

function unwritten(cause: NodeJS.ErrnoException): SandboxError {
  const detail = cause.message;
  return new SandboxError({
    code: 'OUTPUT_WRITE',
    message: {
      ko: `결과를 출력하지 못했습니다: ${detail}`,
      en: `The output could not be written: ${detail}`,
    },
    hint: {
      ko: '출력을 받는 디스크에 자리가 있는지 `df -h` 로 확인하세요.',
      en: 'See with `df -h` whether the disk that takes the output has room.',
    },
    cause,
  });
}
