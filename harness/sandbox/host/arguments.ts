import { dataPath, logPath, type Word } from './place.ts';
import { notOffered, type Program, programs } from './programs.ts';
import { type HostRefusal, quotedWord } from './refusal.ts';

/** Who asks: the student, the student's sudo, or a shell that sudo opened, where patterns are expanded by root. */
export type Asker = 'user' | 'sudo' | 'root';

/** A command that may run in the engine, as an argument vector. */
export interface Judged {
  view: Program['view'];
  words: Word[];
}

/**
 * The command in its safe form, or why it is refused. Data in, data out: nothing runs here. Paths that are not whole
 * begin in `folder`, where there is one.
 */
export function judge(
  asker: Asker,
  [name = '', ...given]: readonly string[],
  folder = '',
): Judged | HostRefusal {
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (!program) {
    const instead = Object.hasOwn(notOffered, name) ? notOffered[name] : undefined;
    return { id: 'not-offered', what: `${quotedWord(name)} on the host`, instead };
  }
  if (asker === 'user' && program.root) {
    return {
      id: 'root-needed',
      what: `${quotedWord(name)} without root`,
      instead: `Type \`sudo ${name} …\`.`,
    };
  }
  return new Reader(name, program, asker === 'root', folder).read(given);
}

/** Programs that look at the folder one is in when no other is named. */
const listsFolders = /^(ls|du)$/;

class Reader {
  readonly #name: string;
  readonly #program: Program;
  readonly #patterns: boolean;
  readonly #folder: string;
  readonly #options: Word[] = [];
  readonly #operands: Word[] = [];
  #hasText = false;

  constructor(name: string, program: Program, patterns: boolean, folder: string) {
    this.#name = name;
    this.#program = program;
    this.#patterns = patterns;
    this.#folder = folder;
  }

  read(given: readonly string[]): Judged | HostRefusal {
    const { view, least, expression } = this.#program;
    const rest = [...given];
    let options = true;
    // `find -name x` means the folder that one is in.
    const elsewhere = expression && /^[-!(]/.test(rest[0] ?? '-') ? this.#here() : undefined;
    if (elsewhere) return elsewhere;
    while (rest.length > 0) {
      const word = rest[0] ?? '';
      if (expression && options && this.#operands.length > 0 && /^[-!()]/.test(word)) break;
      rest.shift();
      const isOption = options && /^-./.test(word);
      if (isOption && word === '--') options = false;
      else {
        const refusal = isOption ? this.#option(word, rest) : this.#operand(word);
        if (refusal) return refusal;
      }
    }
    const unnamed = this.#operands.length === 0 && listsFolders.test(this.#name);
    const refusal = expression ? this.#expression(rest) : unnamed ? this.#here() : undefined;
    if (refusal) return refusal;
    if (this.#operands.length < least) {
      return { id: 'operand-missing', what: `${this.#shown} without a path`, instead: 'Say which path.' };
    }
    // `--` cannot be sent to find, and test takes it for an operand; their paths are absolute, so none looks like an option.
    const words = [literal(this.#name), ...this.#options, ...this.#operands, ...rest.map(literal)];
    return { view, words };
  }

  get #shown(): string {
    return `\`${this.#name}\``;
  }

  #option(word: string, rest: string[]): HostRefusal | undefined {
    if (word.startsWith('--')) return this.#long(word, rest);
    const { flags, valued = {} } = this.#program;
    for (let at = 1; at < word.length; at += 1) {
      const letter = word[at] ?? '';
      if (flags.includes(letter)) continue;
      // `head -5` is old, and still what people type.
      if (at === 1 && /^-\d+$/.test(word) && valued.n) break;
      const pattern = Object.hasOwn(valued, letter) ? valued[letter] : undefined;
      if (!pattern) return this.#unknown(word);
      const value = word.slice(at + 1) || rest.shift() || '';
      if (!pattern.test(value)) return this.#badValue(`-${letter}`, value);
      const attached = at + 1 < word.length;
      this.#options.push(...(attached ? [word] : [word, value]).map(literal));
      return undefined;
    }
    this.#options.push(literal(word));
    return undefined;
  }

  #long(word: string, rest: string[]): HostRefusal | undefined {
    const { longs = {} } = this.#program;
    const [name = '', ...given] = word.split('=');
    const pattern = Object.hasOwn(longs, name) ? longs[name] : undefined;
    if (pattern === undefined) return this.#unknown(word);
    if (pattern === null) {
      if (given.length > 0) return this.#badValue(name, given.join('='));
      this.#options.push(literal(word));
      return undefined;
    }
    // `--color` alone is whole; everything else with values takes the next word when it has no `=`.
    const value = given.length > 0 ? given.join('=') : name === '--color' ? 'auto' : (rest.shift() ?? '');
    if (!pattern.test(value)) return this.#badValue(name, value);
    this.#options.push(literal(`${name}=${value}`));
    return undefined;
  }

  #operand(word: string): HostRefusal | undefined {
    const { operands } = this.#program;
    if (operands instanceof RegExp) {
      if (!operands.test(word)) return { id: 'place', what: `${this.#shown} of ${quotedWord(word)}` };
      this.#operands.push(literal(word));
      return undefined;
    }
    if (operands === 'text-data' && !this.#hasText) {
      this.#hasText = true;
      this.#options.push(literal('-e'), literal(word));
      return undefined;
    }
    const whole = this.#folder === '' || word.startsWith('/') ? word : `${this.#folder}/${word}`;
    const path = operands === 'logs' ? logPath(whole, this.#patterns) : dataPath(whole, this.#patterns);
    if ('id' in path) return path;
    this.#operands.push(path);
    return this.#operands.length > 64
      ? { id: 'operand-count', what: `${this.#shown} of more than 64 paths` }
      : undefined;
  }

  /** The folder that the asking shell is in, as the operand of a command that names none. */
  #here(): HostRefusal | undefined {
    return this.#folder === '' ? undefined : this.#operand(this.#folder);
  }

  #expression(words: readonly string[]): HostRefusal | undefined {
    const known = this.#program.expression ?? {};
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      const pattern = Object.hasOwn(known, word) ? known[word] : undefined;
      if (pattern === undefined) return this.#unknown(word);
      if (pattern === null) continue;
      at += 1;
      if (!pattern.test(words[at] ?? '')) return this.#badValue(word, words[at] ?? '');
    }
    return undefined;
  }

  #unknown(word: string): HostRefusal {
    return { id: 'option', what: `${this.#shown} with ${quotedWord(word)}` };
  }

  #badValue(option: string, value: string): HostRefusal {
    return { id: 'option-value', what: `${this.#shown} with \`${option}\` and ${quotedWord(value)}` };
  }
}

function literal(text: string): Word {
  return { text, pattern: false };
}
