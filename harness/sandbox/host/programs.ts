/** What a program sees while it runs for a student; see engine/host.sh. */
export type View = 'files' | 'files-to-change' | 'machine';

/** The grammar of one program's arguments. What is not listed is refused. */
export interface Program {
  view: View;
  /** Letters of short options that take no value. */
  flags: string;
  /** Long options, without a value or with one of those that the pattern allows. */
  longs?: Readonly<Record<string, RegExp | null>>;
  /** Letters of short options that take a value, with the values they may have. */
  valued?: Readonly<Record<string, RegExp>>;
  /** What the operands are: paths below the data-root, containers' log files, a text and then paths, words that fit. */
  operands: 'data' | 'logs' | 'text-data' | RegExp;
  /** How many operands there must be at least. */
  least: number;
  /** The operands begin with paths, and an expression follows: `find`. */
  expression?: Expression;
  /** Root alone may run it, as in life: its files are not for everyone. */
  root: boolean;
}

/** The words of an expression, each with the pattern of its argument or null for none. */
export type Expression = Readonly<Record<string, RegExp | null>>;

const count = /^[+-]?\d{1,9}[bcwkKMG]?$/;
const number = /^\d{1,9}$/;
const anything = /^[^\0]{0,1000}$/s;
const columns = /^[a-zA-Z%_,:= +-]{1,200}$/;
const readable = { '--human-readable': null, '--all': null, '--summarize': null } as const;

const find: Expression = {
  '-name': anything,
  '-iname': anything,
  '-path': anything,
  '-ipath': anything,
  '-wholename': anything,
  '-regex': anything,
  '-type': /^[bcdpfls](,[bcdpfls])*$/,
  '-maxdepth': number,
  '-mindepth': number,
  '-size': count,
  '-mtime': count,
  '-mmin': count,
  '-ctime': count,
  '-cmin': count,
  '-links': count,
  '-inum': count,
  '-user': /^\w{1,32}$/,
  '-group': /^\w{1,32}$/,
  '-perm': /^[-/]?[0-7augorwxst=,+]{1,32}$/,
  '-printf': anything,
  '-empty': null,
  '-print': null,
  '-print0': null,
  '-ls': null,
  '-prune': null,
  '-quit': null,
  '-depth': null,
  '-xdev': null,
  '-mount': null,
  '-not': null,
  '-and': null,
  '-or': null,
  '-a': null,
  '-o': null,
  '!': null,
  '(': null,
  ')': null,
};

const file = { view: 'files', operands: 'data', least: 1, root: true } as const;
const log = { view: 'files-to-change', operands: 'logs', least: 1, root: true } as const;

/** The programs that the student's sudo runs in the engine: one row each. */
export const programs: Readonly<Record<string, Program>> = {
  ls: {
    ...file,
    flags: 'laAhrtRSdi1FsnGUXpgoQ',
    longs: { ...readable, '--full-time': null, '--color': /^(auto|never|always)$/, '--recursive': null },
  },
  cat: { ...file, flags: 'nbsAETve' },
  head: {
    ...file,
    flags: 'qv',
    valued: { n: count, c: count },
    longs: { '--lines': count, '--bytes': count },
  },
  tail: {
    ...file,
    flags: 'qv',
    valued: { n: count, c: count },
    longs: { '--lines': count, '--bytes': count },
  },
  wc: { ...file, flags: 'lwcmL' },
  stat: {
    ...file,
    flags: 'ft',
    valued: { c: anything },
    longs: { '--format': anything, '--printf': anything },
  },
  du: {
    ...file,
    flags: 'shcaxkmb0',
    valued: { d: number },
    longs: { ...readable, '--max-depth': number, '--apparent-size': null, '--total': null },
  },
  test: { ...file, flags: 'edfsrwx' },
  grep: {
    ...file,
    operands: 'text-data',
    flags: 'rRinvclLoEFwhHsq',
    valued: { A: number, B: number, C: number, m: number },
    longs: { '--color': /^(auto|never|always)$/ },
  },
  find: { ...file, flags: 'P', expression: find },
  truncate: { ...log, flags: 'c', valued: { s: /^0$/ }, longs: { '--size': /^0$/, '--no-create': null } },
  lsns: {
    view: 'machine',
    flags: 'lnruW',
    valued: { p: number, t: /^(mnt|net|ipc|user|pid|uts|cgroup|time)$/, o: columns },
    longs: { '--type': /^\w{2,6}$/, '--task': number, '--output': columns, '--list': null },
    operands: number,
    least: 0,
    root: true,
  },
  ps: {
    view: 'machine',
    flags: 'eAfFljHLTyawxM',
    valued: {
      p: /^\d[\d, ]{0,200}$/,
      q: number,
      C: /^[\w.,-]{1,100}$/,
      o: columns,
      u: /^\w{1,32}$/,
      U: /^\w{1,32}$/,
    },
    longs: {
      '--sort': columns,
      '--forest': null,
      '--no-headers': null,
      '--pid': /^\d[\d,]{0,200}$/,
      '--ppid': number,
    },
    operands: /^[auxfjwlr]{1,8}$/,
    least: 0,
    root: false,
  },
  df: {
    view: 'machine',
    flags: 'haTikHlm',
    valued: { t: /^\w{1,20}$/, x: /^\w{1,20}$/ },
    longs: { '--total': null, ...readable, '--print-type': null },
    operands: /^\/(var\/lib\/docker\/?)?$/,
    least: 0,
    root: false,
  },
};

/** Programs that people try on the host and that are not offered, with what to use instead. */
export const notOffered: Readonly<Record<string, string>> = {
  rm: '`docker rm` removes a container with its files.',
  mv: 'Docker alone may move what is its own; `docker cp` copies a file out of a container.',
  cp: '`docker cp` copies a file out of a container; `sudo truncate -s 0` empties its log.',
  tee: '`sudo truncate -s 0` empties a container’s log.',
  dd: '`sudo truncate -s 0` empties a container’s log.',
  less: 'Use `sudo cat`, `sudo head` or `sudo tail`.',
  more: 'Use `sudo cat`, `sudo head` or `sudo tail`.',
  vi: 'Use `sudo cat` to read the file.',
  vim: 'Use `sudo cat` to read the file.',
  nano: 'Use `sudo cat` to read the file.',
  tree: 'Use `sudo find` or `sudo ls -R`.',
  file: 'Use `sudo stat`.',
};

/** What a shell that sudo opened asks the machine for. */
export const rootPrograms: readonly string[] = [...Object.keys(programs), ...Object.keys(notOffered)];
