import { SandboxError, UsageError } from '../errors.ts';

/** Another process that lives holds the folder. */
export function inUse(
  folder: string,
  holder: { pid: number; host: string; since: string } | undefined,
): UsageError {
  const who = holder
    ? {
        ko: `${holder.host} 컴퓨터의 ${holder.pid}번 프로세스가 ${holder.since} 시각부터`,
        en: `process ${holder.pid} on ${holder.host}, since ${holder.since}`,
      }
    : { ko: '다른 프로세스가', en: 'another process' };
  return new UsageError({
    code: 'STORE_IN_USE',
    message: {
      ko: `\`${folder}\` 결과 폴더를 다른 채점이 쓰고 있습니다: ${who.ko} 쓰고 있습니다.`,
      en: `The results folder \`${folder}\` is in use by another run: ${who.en}.`,
    },
    hint: {
      ko: `그 채점이 끝난 뒤 다시 실행하거나 다른 결과 폴더를 고르세요.${holder ? ` 그 프로세스 보기: \`ps -p ${holder.pid}\`` : ''}`,
      en: `Wait for that run to end, or choose another folder.${holder ? ` See what it is: \`ps -p ${holder.pid}\`` : ''}`,
    },
  });
}

/** The folder cannot be a store: it is a file, or may not be written. */
export function unusableFolder(folder: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'STORE_FOLDER',
    message: {
      ko: `\`${folder}\` 경로를 결과 폴더로 쓸 수 없습니다: ${detail(cause)}`,
      en: `\`${folder}\` cannot be used as a results folder: ${detail(cause)}`,
    },
    hint: {
      ko: `\`ls -ld ${folder}\` 명령으로 확인하거나 다른 폴더를 고르세요.`,
      en: `Look at it with \`ls -ld ${folder}\`, or choose another folder.`,
    },
    cause,
  });
}

/** A file in the place of a result that is none. */
export function notAResult(path: string, why: { ko: string; en: string }, cause?: unknown): UsageError {
  return new UsageError({
    code: 'STORE_FILE',
    message: {
      ko: `\`${path}\` 파일을 채점 결과로 쓸 수 없습니다: ${why.ko}`,
      en: `\`${path}\` cannot be taken for a result: ${why.en}`,
    },
    hint: {
      ko: `파일을 다른 곳으로 옮기고 그 제출물을 다시 채점하세요: \`mv ${path} ${path}.bad\``,
      en: `Move it away and grade that submission again: \`mv ${path} ${path}.bad\``,
    },
    cause,
  });
}

/** The machine's: the disk would not take a result. */
export function notStored(path: string, cause: unknown): SandboxError {
  return new SandboxError({
    code: 'STORE_WRITE',
    message: {
      ko: `\`${path}\` 파일을 저장하지 못했습니다: ${detail(cause)}`,
      en: `\`${path}\` could not be stored: ${detail(cause)}`,
    },
    hint: {
      ko: '`df -h` 명령으로 디스크에 자리가 있는지 확인한 뒤 같은 명령을 다시 실행하세요. 저장된 결과는 그대로 있습니다.',
      en: 'See with `df -h` whether the disk has room, then run the same command again. What was stored is still there.',
    },
    cause,
  });
}

function detail(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
