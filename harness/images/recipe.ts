import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with the engine's recipe and the kit's recipes. */
export const recipesFolder: string = import.meta.dirname;

/** What decides the engine image's contents; `prepare.sh` is handed to a container, so it is no part of the image. */
export const engineFiles: readonly string[] = [
  'Dockerfile',
  'dpkg-excludes.conf',
  'packages.txt',
  'setup.sh',
];

/** A fingerprint of named contents, 12 hexadecimal digits: the order of the entries plays no part. */
export function fingerprint(files: ReadonlyMap<string, string | Buffer>): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const digest = createHash('sha256').update(content).digest('hex');
    hash.update(`${JSON.stringify(name)} ${digest}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

/** The reference of the engine image: a changed recipe gives a new one, so that an old image is never taken for it. */
export function engineReference(): string {
  return `drydock/engine:${fingerprintOf(join(recipesFolder, 'engine'), engineFiles)}`;
}

/** The folder with the Dockerfile of an image that the course builds, and what goes into it. */
export function buildFolder(context: string): string {
  return join(recipesFolder, 'derived', context);
}

/** The version of such an image's recipe: one that was built by another version is built anew. */
export function buildVersion(context: string): string {
  const folder = buildFolder(context);
  return fingerprintOf(folder, readdirSync(folder));
}

/** The folders a kit recipe is made of: the parts that all share, and its own. */
export function kitFolders(kit: string): string[] {
  return ['parts', kit].map((name) => join(recipesFolder, 'kit', name));
}

/** The version of a kit recipe: a stand-in of another version is made anew. */
export function kitVersion(kit: string): string {
  const files = kitFolders(kit).flatMap((folder) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const),
  );
  return fingerprint(new Map(files));
}

/** The Debian packages of the engine image. */
export function enginePackages(): string[] {
  return readFileSync(join(recipesFolder, 'engine', 'packages.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
}

function fingerprintOf(folder: string, names: readonly string[]): string {
  return fingerprint(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
}
