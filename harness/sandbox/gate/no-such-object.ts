/** What the engine says instead of serving a request. */
export interface EngineAnswer {
  status: number;
  message: string;
}

/** Docker's words by the first part of the path (moby 26.1 and 28.2). */
const words: Readonly<Record<string, (name: string) => EngineAnswer>> = {
  containers: (name) => ({ status: 404, message: `No such container: ${name}` }),
  images: () => ({ status: 400, message: 'invalid reference format' }),
  networks: (name) => ({ status: 404, message: `network ${name} not found` }),
  volumes: (name) => ({ status: 404, message: `get ${name}: no such volume` }),
  exec: (name) => ({ status: 404, message: `No such exec instance: ${name}` }),
  plugins: (name) => ({ status: 404, message: `plugin "${name}" not found` }),
};

const possibleName = /^[a-zA-Z0-9][a-zA-Z0-9_.:@-]*$/;
/** What may be read as more than a name, or would break the line of a report. */
const ambiguousName = /[/\\\p{Cc}\p{Zl}\p{Zp}]|^\.{0,2}$/u;
const nameChars = 200;

/**
 * The engine's answer about an object that cannot be there, because nothing can have such a name: `docker rm –f web`
 * with the dash of a word processor asks for a container called `–f`. It is given without asking, so that no path with
 * escapes reaches the engine; undefined where the request is something else.
 */
export function noSuchObject(path: string, isOffered: (path: string) => boolean): EngineAnswer | undefined {
  if (!/^[\x21-\x7e]*$/.test(path)) return undefined;
  const impossible: string[] = [];
  const plain = path.split('/').map((segment, index) => {
    const text = index === 0 ? undefined : decoded(segment);
    if (text === undefined || possibleName.test(text) || ambiguousName.test(text)) return segment;
    impossible.push(text);
    return 'x';
  });
  const [name] = impossible;
  const kind = plain[1] ?? '';
  if (name === undefined || !Object.hasOwn(words, kind) || !isOffered(plain.join('/'))) return undefined;
  return words[kind]?.(name.slice(0, nameChars));
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
