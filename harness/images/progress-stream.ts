import type Dockerode from 'dockerode';
import type { SandboxError } from '../errors.ts';
import { preparationFailed } from './image-trouble.ts';

export interface FollowLimits {
  /** How long the first answer may take, the request itself included. */
  firstAnswerMs: number;
  /** How long the stream may be silent after that. */
  silenceMs: number;
  signal?: AbortSignal | undefined;
}

const keptAnswers = 200;

/**
 * Reads the JSON progress of a pull, build or import to its end and returns its last 200 answers. Rejects with the
 * daemon's `error`, which comes inside a stream whose HTTP status was 200, and when the daemon falls silent: a pull
 * from a registry that drops packets does not even send its headers.
 */
export async function follow(
  docker: Dockerode,
  request: Promise<NodeJS.ReadableStream>,
  limits: FollowLimits,
): Promise<object[]> {
  const answers: object[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const silent = (milliseconds: number) =>
    setTimeout(() => reject(silence(milliseconds / 1000)), milliseconds);
  const abort = () => reject(limits.signal?.reason);
  let timer = silent(limits.firstAnswerMs);
  limits.signal?.addEventListener('abort', abort, { once: true });
  const onAnswer = (answer: { error?: string }) => {
    clearTimeout(timer);
    timer = silent(limits.silenceMs);
    if (answer.error) reject(refusal(answer.error));
    answers.push(answer);
    if (answers.length > keptAnswers) answers.shift();
  };
  request.then((stream) => {
    docker.modem.followProgress(
      stream,
      (error: Error | null) => (error ? reject(error) : resolve()),
      onAnswer,
    );
  }, reject);
  try {
    await promise;
    return answers;
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener('abort', abort);
    request.then((stream) => (stream as unknown as { destroy(): void }).destroy()).catch(() => undefined);
  }
}

function refusal(output: string): SandboxError {
  return preparationFailed(
    'DAEMON_REFUSED',
    { ko: 'Docker 데몬이 거절했습니다', en: 'The Docker daemon refused' },
    output,
  );
}

function silence(seconds: number): SandboxError {
  const what = { ko: 'Docker 데몬의 응답이 끊겼습니다', en: 'The Docker daemon fell silent' };
  return preparationFailed('DAEMON_SILENT', what, `${seconds} s`);
}
