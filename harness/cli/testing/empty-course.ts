import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A course without assignments in a folder of its own, whose graders can import `#harness`. */
export async function emptyCourse(): Promise<{ root: string } & AsyncDisposable> {
  const root = await mkdtemp(join(tmpdir(), 'drydock-course-'));
  await mkdir(join(root, 'assignments'));
  await symlink(join(import.meta.dirname, '../..'), join(root, 'harness'));
  const imports = { '#harness': './harness/index.ts' };
  await writeFile(join(root, 'package.json'), JSON.stringify({ type: 'module', imports }));
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
