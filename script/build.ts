/**
 * Makes `dist/` for the published package: Node strips types outside of node_modules alone, so an installed Drydock
 * needs JavaScript. In a checkout nothing of it is used.
 */
import { chmod, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { $ } from 'zx';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await $({
  cwd: root,
  stdio: 'inherit',
  timeout: '300s',
})`${process.execPath} ${join(root, 'node_modules/typescript/bin/tsc')} -p tsconfig.build.json`;
await copyAssets('harness');
await copyAssets('reports');
await writePackageFile();
await chmod(join(dist, 'harness/cli/main.js'), 0o755);

/** Scripts, recipes, catalogs and schemas lie beside the code that reads them. */
async function copyAssets(folder: string): Promise<void> {
  const left = /\.ts$|\/(testing|golden|architecture|bench\/exercise\.sh|scaffold\/template)(\/|$)/;
  await mkdir(join(dist, folder), { recursive: true });
  await cp(join(root, folder), join(dist, folder), {
    recursive: true,
    filter: async (source, target) => !left.test(source.slice(root.length)) && (await isFree(target)),
  });
}

/** A script called as compiled code is would take its place, and the package would no longer start. */
async function isFree(target: string): Promise<true> {
  const info = target.endsWith('.js') ? await stat(target).catch(() => undefined) : undefined;
  if (info !== undefined)
    throw new TypeError(`${target} is compiled code: give the script beside it another name`);
  return true;
}

/** `#harness` leads to the compiled door from inside `dist`, as it leads to the TypeScript one in a checkout. */
async function writePackageFile(): Promise<void> {
  const { name, version, type, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const imports = { '#harness': './harness/index.js' };
  const text = JSON.stringify({ name, version, private: true, type, engines, imports }, null, 2);
  await writeFile(join(dist, 'package.json'), `${text}\n`);
}
