import { dirname } from 'node:path';
import { shown } from './entry-path.ts';
import { type GitAddress, gitAddress, takeCommit } from './git/index.ts';
import type { ListedRepository } from './git-list.ts';
import { slugAtStart } from './layout.ts';
import type { Looking } from './submissions-in.ts';
import { type Origin, type Taken, take, troubleAlone } from './taking.ts';
import { type People, personCalled, whose } from './whose.ts';

const nothing: Taken = { submissions: [], troubles: [] };

/** How many are fetched at once: most of the time is spent waiting for their host. */
const atOnce = 4;

/** What is known of the class and of this run when repositories are fetched. */
export interface Fetching extends Looking {
  readonly people: People;
  /** The list's own path: paths in it are seen from there. */
  readonly list: string;
  readonly localRepositories: boolean;
}

/** A repository was fetched, or could not be, or belongs to nobody on the roster. */
export type Fetched = Taken & { readonly unknown?: string };

/** Fetches the repositories of a list, a few at once, and finds the submissions in them; in the list's order. */
export async function takeRepositories(
  listed: readonly ListedRepository[],
  fetching: Fetching,
): Promise<Fetched[]> {
  const taken: Fetched[] = [];
  const queue = [...listed.entries()];
  const failed = new AbortController();
  const signal = AbortSignal.any([fetching.signal, failed.signal]);
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, repository] = next;
      taken[index] = await takeRepository(repository, { ...fetching, signal });
    }
  };
  const workers = Array.from({ length: atOnce }, worker);
  try {
    await Promise.all(workers);
  } catch (thrown) {
    // Those under way are ended, too, and waited for: nothing of theirs outlives this.
    queue.length = 0;
    failed.abort(thrown);
    await Promise.allSettled(workers);
    throw thrown;
  }
  return taken;
}

async function takeRepository(repository: ListedRepository, fetching: Fetching): Promise<Fetched> {
  const { assignments, people, wanted } = fetching;
  if (repository.slug !== undefined && !wanted.includes(repository.slug)) return nothing;
  const told = repository.student === undefined ? undefined : personCalled(repository.student, people);
  if (repository.student !== undefined && told === undefined)
    return { ...nothing, unknown: `${repository.at}: ${shown(repository.student)}` };
  let address: GitAddress;
  try {
    address = gitAddress(repository.url, dirname(fetching.list), fetching.localRepositories);
  } catch (thrown) {
    const { slug } = repository;
    return troubleAlone(
      {
        source: repository.at,
        ...(told === undefined ? {} : { student: told }),
        ...(slug === undefined ? {} : { slug }),
      },
      thrown,
    );
  }

  const slugs = assignments.map(({ slug }) => slug);
  const prefix = slugAtStart(address.name, slugs);
  const slug = repository.slug ?? prefix;
  if (slug !== undefined && !wanted.includes(slug)) return nothing;
  const item = { path: address.shown, name: address.name, ...(prefix === undefined ? {} : { prefix }) };
  const student = told ?? whose(item, people);
  const ref = repository.ref ?? address.ref;
  const source = ref === undefined ? address.shown : `${address.shown} (${shown(ref)})`;
  if (student === undefined) return { ...nothing, unknown: source };
  return fetched(address, ref, { student, source, ...(slug === undefined ? {} : { slug }) }, fetching);
}

async function fetched(
  address: GitAddress,
  ref: string | undefined,
  origin: Origin,
  fetching: Fetching,
): Promise<Taken> {
  const folder = await fetching.freshFolder();
  const bare = await fetching.freshFolder();
  const { slug } = origin;
  try {
    const taken = await takeCommit(address, ref, { bare, folder }, fetching.signal);
    const item = { path: folder, kind: 'folder' as const, ...(slug === undefined ? {} : { slug }) };
    return await take(item, { ...origin, leftOut: taken.leftOut }, fetching, async () => taken.submittedAt);
  } catch (thrown) {
    return troubleAlone(origin, thrown);
  }
}
