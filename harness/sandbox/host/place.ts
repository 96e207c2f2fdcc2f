import { posix } from 'node:path';
import type { HostRefusal } from './refusal.ts';
import { quotedWord } from './refusal.ts';

/** The one folder of the engine that exercises look into. */
export const dataRoot = '/var/lib/docker';

/** A word of a program's argument vector; a pattern is expanded to file names where the program runs. */
export interface Word {
  text: string;
  pattern: boolean;
}

const patternLetters = /^[\w/.,:@%+=?*-]*$/;
const logFile = new RegExp(`^${dataRoot}/containers/[\\w*?]+/[\\w*?]+-json\\.log(\\.\\d{1,3})?$`);
const pathCap = 4096;

/**
 * A path operand in its canonical form, or why it may not be used: it must lie below the data-root. Links are not
 * looked at here; the program runs where a link leads nowhere. Only a root shell expands patterns.
 */
export function dataPath(word: string, patterns: boolean): Word | HostRefusal {
  const text = posix.normalize(word);
  const inside = text === dataRoot || text.startsWith(`${dataRoot}/`);
  if (!inside || word.includes('\0') || text.length > pathCap) {
    return {
      id: 'place',
      what: `a path outside ${dataRoot}, ${quotedWord(word)},`,
      instead: `Name a path below ${dataRoot}.`,
    };
  }
  const pattern = patterns && /[*?]/.test(text);
  if (pattern && !patternLetters.test(text)) {
    return { id: 'pattern', what: `the pattern ${quotedWord(word)}`, instead: 'Use `*` and `?` alone.' };
  }
  return { text, pattern };
}

/** A container's json-file log: the one kind of file that exercises change below the data-root. */
export function logPath(word: string, patterns: boolean): Word | HostRefusal {
  const path = dataPath(word, patterns);
  if ('id' in path || logFile.test(path.text)) return path;
  return {
    id: 'log-file',
    what: `changing ${quotedWord(word)}`,
    instead: "Name a container's log: `docker inspect --format '{{.LogPath}}' NAME` shows it.",
  };
}
