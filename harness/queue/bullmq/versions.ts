import { createHash } from 'node:crypto';

/** What decides about a score besides the submission. Machines that differ in any of it do not work for each other. */
export interface Versions {
  readonly drydock: string;
  /** The graders' versions by assignment. */
  readonly graders: Readonly<Record<string, string>>;
  /** Image ids by reference, as the golden store has them. */
  readonly images: Readonly<Record<string, string>>;
  /** Of the Docker engine inside the sandboxes. */
  readonly engine: string;
}

/** Sixteen hex digits that are alike on two machines exactly when all versions are. */
export function fingerprintOf(versions: Versions): string {
  const parts = flat(versions).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** What differs between two machines, for people: `grader build-noderun: 3f2a… here, 77b1… there`. */
export function versionDifferences(here: Versions, there: Versions): string[] {
  const ours = new Map(flat(here));
  const theirs = new Map(flat(there));
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((name) => ours.get(name) !== theirs.get(name))
    .map((name) => `${name}: ${short(ours.get(name))} here, ${short(theirs.get(name))} there`);
}

function flat({ drydock, graders, images, engine }: Versions): [string, string][] {
  return [
    ['Drydock', drydock],
    ['engine', engine],
    ...Object.entries(graders).map(([slug, version]): [string, string] => [`grader ${slug}`, version]),
    ...Object.entries(images).map(([name, id]): [string, string] => [`image ${name}`, id]),
  ];
}

function short(version: string | undefined): string {
  return version === undefined ? 'none' : version.replace(/^sha256:/, '').slice(0, 12);
}
