import { dirname, join } from 'node:path/posix';
import { parseSync } from 'rolldown/utils';
import { GraderError } from '../errors.ts';

/** A code file as the rules see it; `path` is relative to the repository, with slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Everything it imports or re-exports, types too: our files by path from the root, packages by name. */
  readonly imports: readonly string[];
  readonly comments: readonly string[];
  readonly exportsDefault: boolean;
}

/** Reads a TypeScript file with a real parser, so that a string or a comment is never taken for an import. */
export function parseSource(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text, { lang: 'ts' });
  const [error] = errors;
  if (error !== undefined) throw unparsable(path, error.message);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value)),
    // An import whose argument is not one quoted string is decided at run time: a grader of a course, say.
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => quoted(text.slice(start, end))),
  ];
  return {
    path,
    text,
    imports: [...new Set(requests.filter((name) => name !== undefined))].map((name) => resolve(path, name)),
    comments: comments.map(({ value }) => value),
    exportsDefault: module.staticExports.some(({ entries }) =>
      entries.some(({ exportName: { kind, name } }) => kind === 'Default' || name === 'default'),
    ),
  };
}

function quoted(argument: string): string | undefined {
  return /^(['"`])([^'"`$]*)\1$/.exec(argument)?.[2];
}

function resolve(path: string, name: string): string {
  if (name === '#harness') return 'harness/index.ts';
  return name.startsWith('.') ? join(dirname(path), name) : name;
}

function unparsable(path: string, detail: string): GraderError {
  return new GraderError({
    code: 'SOURCE_UNPARSABLE',
    message: {
      ko: `\`${path}\` 파일을 해석할 수 없습니다: ${detail}`,
      en: `\`${path}\` cannot be parsed: ${detail}`,
    },
    hint: { ko: '`npx tsc --noEmit` 로 확인하세요.', en: 'See with `npx tsc --noEmit`.' },
  });
}
