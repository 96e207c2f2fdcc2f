import { basename, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maskPasswords } from '../../mask-passwords.ts';
import { shown } from '../entry-path.ts';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import { type Credentials, credentialsIn } from './credentials.ts';

/** Where a repository is fetched from, checked: nothing in it is an option, a helper or a command. */
export interface GitAddress {
  /** As git is told it, without user and password when it is `https:`. */
  readonly url: string;
  /** For people: without a password. */
  readonly shown: string;
  readonly credentials?: Credentials;
  /** The repository's name. */
  readonly name: string;
  /** Whether it lies on this machine. */
  readonly local: boolean;
  /** The branch or commit that a page's address names. */
  readonly ref?: string;
}

const host = String.raw`[A-Za-z0-9][\w.-]*`;
const user = String.raw`[A-Za-z0-9_][\w.-]*`;
/** `git@host:path`; a second colon would name a helper (`ext::sh -c …`), a dash an option. */
const scpLike = new RegExp(String.raw`^(?:${user}@)?${host}:(?![:-])[^\s\\]+$`);
const page = /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/(?:tree|commit)\/([^/?#]+)\/?$/;
const hostOnly = new RegExp(`^${host}$`);
const userOnly = new RegExp(`^(?:${user})?$`);

/**
 * Reads an address that somebody unknown may have written: `https://…`, `ssh://…`, `git@host:path`, and, where
 * repositories of this machine are allowed, `file://…` or a path, seen from `base`.
 * @throws HandedInTrouble `GIT_ADDRESS` or `GIT_LOCAL`
 */
export function gitAddress(written: string, base: string, localRepositories: boolean): GitAddress {
  const refused = () =>
    new HandedInTrouble('GIT_ADDRESS', { url: shown(withoutSecret(maskPasswords(written))) });
  if (/[\s\p{C}]/u.test(written) || written.startsWith('-') || written === '') throw refused();
  if (/^https:\/\//i.test(written)) {
    const [, repository = written, ref] = page.exec(written) ?? [];
    const url = parsed(repository);
    const credentials = url && credentialsIn(url);
    if (!url?.hostname || credentials === null) throw refused();
    Object.assign(url, { username: '', password: '' });
    return {
      ...named(url.href, url.href),
      local: false,
      ...(credentials === undefined ? {} : { credentials }),
      ...(ref === undefined ? {} : { ref }),
    };
  }
  if (/^ssh:\/\//i.test(written)) {
    const url = parsed(written);
    const right =
      url && hostOnly.test(url.hostname) && userOnly.test(url.username) && !/^\/*-/.test(url.pathname);
    if (!right) throw refused();
    return { ...named(url.href, withoutSecret(url.href)), local: false };
  }
  const isPath = isAbsolute(written) || /^\.\.?\//.test(written);
  if (isPath || /^file:\/\//i.test(written)) {
    if (!localRepositories) throw new HandedInTrouble('GIT_LOCAL', { url: shown(written) });
    const path = isPath ? resolve(base, written) : pathOf(written);
    if (path === undefined) throw refused();
    return { ...named(path, path), local: true };
  }
  if (written.includes('://') || !scpLike.test(written)) throw refused();
  return { ...named(written, written), local: false };
}

function named(url: string, forPeople: string): Pick<GitAddress, 'url' | 'shown' | 'name'> {
  const last = basename(url.replace(/[/?#]+$/, '').replace(/^[^/]*:/, ''));
  return { url, shown: forPeople, name: last.replace(/\.git$/i, '') };
}

function withoutSecret(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
}

function parsed(url: string): URL | undefined {
  return URL.parse(url) ?? undefined;
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
