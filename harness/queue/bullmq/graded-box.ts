import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { SandboxError } from '../../errors.ts';
import { type Result, resultSchemaId } from '../../result.ts';

/** What came of a job as it lies in Redis. */
export interface Graded {
  readonly result: Result;
  readonly worker: string;
}

/** More than any result has; evidence is capped where it is made. */
const resultCap = 128 * 2 ** 20;
const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

/** Evidence is text that repeats itself: gzip makes it ten times smaller. */
export function boxGraded(graded: Graded): Promise<Buffer> {
  return compress(JSON.stringify(graded));
}

/** Throws SandboxError `RESULT_BROKEN` when it is nothing that a worker of ours has written. */
export async function openGraded(box: Buffer): Promise<Graded> {
  try {
    const text = await decompress(box, { maxOutputLength: resultCap });
    const graded = JSON.parse(text.toString('utf8')) as Graded;
    if (graded.result.schema === resultSchemaId) return graded;
  } catch (cause) {
    throw broken(cause);
  }
  throw broken('another schema');
}

function broken(cause: unknown): SandboxError {
  return new SandboxError({
    code: 'RESULT_BROKEN',
    message: {
      ko: 'Redis에 있는 채점 결과를 읽을 수 없습니다. 다른 프로그램이 쓴 것일 수 있습니다.',
      en: 'A result in Redis cannot be read; something else may have written it.',
    },
    hint: {
      ko: 'Redis 비밀번호를 바꾸고 `drydock grade` 를 다시 실행하세요.',
      en: 'Change the password of Redis and run `drydock grade` again.',
    },
    cause,
  });
}
