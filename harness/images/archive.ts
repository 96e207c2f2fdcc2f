import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preparationFailed } from './image-trouble.ts';

/** Recipes are small; the largest thing carried is Node.js, 40 MB. */
const largestBytes = 256 * 2 ** 20;

/** A folder, or some of its files, as a tar archive in memory, owned by root. (zx would decode the output as text.) */
export async function tarOf(folder: string, files: readonly string[] = ['.']): Promise<Buffer> {
  const args = ['-C', folder, '--numeric-owner', '--owner=0', '--group=0', '-cf', '-', ...files];
  try {
    const { stdout } = await promisify(execFile)('tar', args, {
      encoding: 'buffer',
      maxBuffer: largestBytes,
    });
    return stdout;
  } catch (cause) {
    const what = { ko: '파일을 tar로 묶지 못했어요', en: 'The files could not be packed with tar' };
    throw preparationFailed('PREPARE_TAR', what, String(cause), cause);
  }
}
