import { SandboxError } from '../errors.ts';

/** Codes of a file system that is full, broken or out of handles: no submission is to blame. */
const machine = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** SandboxError for what the machine is to blame for, undefined for the rest. */
export function machineTrouble(thrown: unknown, folder: string): SandboxError | undefined {
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code;
  return code !== undefined && machine.has(code) ? diskTrouble(thrown, folder) : undefined;
}

/** Where submissions are unpacked to cannot be written. */
export function diskTrouble(thrown: unknown, folder: string): SandboxError {
  const { code } = thrown as NodeJS.ErrnoException;
  return new SandboxError({
    code: 'INTAKE_DISK',
    message: {
      ko: `제출물을 \`${folder}\` 폴더에 풀 수 없습니다(${code}).`,
      en: `Submissions cannot be unpacked to \`${folder}\` (${code}).`,
    },
    hint: {
      ko: `\`df -h ${folder}\` 로 남은 공간을 보세요.`,
      en: `Look at the room that is left: \`df -h ${folder}\`.`,
    },
    cause: thrown,
  });
}
