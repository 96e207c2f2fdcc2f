import { constants } from 'node:fs';
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SandboxError, UsageError } from '../errors.ts';

/**
 * A file that will be written once the work is done. Opening it proves beforehand that it can be, so that no grading
 * is lost to a typing slip; writing it is atomic, so that nobody reads half a report.
 */
export class OutputFile {
  readonly path: string;
  /** False for a pipe or a device such as /dev/stdout, which cannot be replaced by a rename. */
  readonly #replaceable: boolean;

  private constructor(path: string, replaceable: boolean) {
    this.path = path;
    this.#replaceable = replaceable;
  }

  /** Throws UsageError `OUTPUT_FILE` when `given` cannot become a file. */
  static async open(option: string, given: string, cwd: string): Promise<OutputFile> {
    const path = resolve(cwd, given);
    const present = await stat(path).catch(() => undefined);
    if (present?.isDirectory())
      throw unusable(
        option,
        path,
        { ko: '폴더입니다', en: 'it is a folder' },
        `${option} ${join(given, 'report.xml')}`,
      );
    const folder = dirname(path);
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw unusable(
        option,
        path,
        { ko: '상위 폴더가 없습니다', en: 'its folder does not exist' },
        `mkdir -p ${folder}`,
      );
    const target = present === undefined || present.isFile() ? folder : path;
    await access(target, constants.W_OK).catch(() => {
      throw unusable(
        option,
        path,
        { ko: '쓸 권한이 없습니다', en: 'it may not be written' },
        `ls -ld ${target}`,
      );
    });
    return new OutputFile(path, present === undefined || present.isFile());
  }

  /** Throws SandboxError `OUTPUT_FILE_WRITE`, for instance when the disk is full; what was there before stays whole. */
  async write(text: string): Promise<void> {
    const draft = this.#replaceable
      ? join(dirname(this.path), `.${basename(this.path)}.${process.pid}.tmp`)
      : this.path;
    try {
      await writeFile(draft, text);
      if (this.#replaceable) await rename(draft, this.path);
    } catch (cause) {
      if (this.#replaceable) await rm(draft, { force: true });
      throw unwritten(this.path, cause);
    }
  }
}

function unusable(
  option: string,
  path: string,
  why: { ko: string; en: string },
  command: string,
): UsageError {
  return new UsageError({
    code: 'OUTPUT_FILE',
    message: {
      ko: `\`${option}\` 옵션의 \`${path}\` 경로에 쓸 수 없습니다: ${why.ko}.`,
      en: `\`${option}\` cannot write \`${path}\`: ${why.en}.`,
    },
    hint: { ko: `이렇게 해 보세요: \`${command}\``, en: `Try: \`${command}\`` },
  });
}

function unwritten(path: string, cause: unknown): SandboxError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new SandboxError({
    code: 'OUTPUT_FILE_WRITE',
    message: {
      ko: `\`${path}\` 파일을 쓰지 못했습니다: ${detail}`,
      en: `\`${path}\` could not be written: ${detail}`,
    },
    hint: {
      ko: `\`df -h ${dirname(path)}\` 로 자리가 있는지 확인하세요.`,
      en: `See with \`df -h ${dirname(path)}\` whether there is room.`,
    },
    cause,
  });
}
