import { basename } from 'node:path/posix';
import type { Source } from './source.ts';

/** Lines that one code file may have; a longer one holds more than one noun. */
export const lineBudget = 200;
/** Lines that the median file, tests aside, may have. */
export const medianBudget = 80;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const vague = /^(utils?|helpers?|common|misc)(\.|$)/;
const leftOver = /\b(TODO|FIXME|XXX|HACK)\b/;
const mayExportDefault = /^(graders\/[^/]+|harness\/scaffold\/template\/grader)\/grader\.ts$|\.config\.ts$/;
const unrunTest =
  /\b(it|test|describe)\s*\.\s*(only|skip|todo|fails)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\s*\(/;

/** Homes and mounts of one machine. `/home/student` and `/home/node` are users inside images. */
const machinePath =
  /(?<![\w.}/-])\/(?:home\/(?!student\b|node\b)\w|Users\/\w|mnt\/\w|work\/\w|root\/(?!\.docker)\w)/;
/** Hosts of one network, such as a company's registry mirror; `.example` and `.test` names are for samples. */
const privateHost =
  /https?:\/\/(?!(?:[\w.-]+\.)?(?:example|test|invalid)\b)[\w.-]*(?:nexus|artifactory|artifacts?\b|mirrors?\.|\.(?:internal|corp|lan|local|intra)\b)/i;

/** The number of lines of a text, a missing newline at the end forgiven. */
export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The middle of the numbers, the upper one of two; 0 for none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** What is wrong with a file's name and length; for code in any language. */
export function shapeFaults(path: string, text: string): string[] {
  const name = basename(path);
  const lines = lineCount(text);
  return [
    ...(lines > lineBudget ? [`${path} has ${lines} lines; ${lineBudget} are allowed`] : []),
    ...(kebab.test(name) ? [] : [`${path} is not named in kebab-case`]),
    ...(vague.test(name) ? [`${path} is named after nothing; name it after its main export`] : []),
  ];
}

/** What is wrong inside a TypeScript file, imports aside. */
export function codeFaults({ path, text, comments, exportsDefault }: Source): string[] {
  return [
    ...(exportsDefault && !mayExportDefault.test(path) ? [`${path} has a default export`] : []),
    ...comments.filter((value) => leftOver.test(value)).map((value) => `${path} left over: ${value.trim()}`),
    ...(path.endsWith('.test.ts') && unrunTest.test(text) ? [`${path} has a test that does not run`] : []),
  ];
}

/** Traces of the machine that a file was written on, which mean nothing on any other. */
export function machineFaults(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = machinePath.exec(line)?.[0] ?? privateHost.exec(line)?.[0];
    return found === undefined ? [] : [`${path}:${index + 1} names something of one machine: ${found}…`];
  });
}

/** Error codes that more than one file uses: a reader who searches for a code must land in one place. */
export function sharedCodes(files: readonly Pick<Source, 'path' | 'text'>[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { path, text } of files)
    for (const [, code = ''] of text.matchAll(/\bcode: '([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'/g))
      owners.set(code, (owners.get(code) ?? new Set()).add(path));
  return [...owners]
    .filter(([, paths]) => paths.size > 1)
    .map(([code, paths]) => `${code} is used by ${[...paths].join(' and ')}`);
}
