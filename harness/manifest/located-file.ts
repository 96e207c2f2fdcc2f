import { readFile, stat } from 'node:fs/promises';
import { GraderError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type Fault, type LocatedJson, parseLocated } from './located-json.ts';
import { schemaFaults, type schemas } from './schemas.ts';

/** A manifest is a page or two; more is some other file under its name. */
const maxBytes = 1 << 20;

/** A mistake in a file that an author wrote, ready to print: `path:line:column: what is wrong`. */
export interface FileFault {
  path: string;
  line: number;
  column: number;
  text: Text;
}

/**
 * Reads an author's JSON file and checks it against its schema.
 * @param more finds what the schema cannot say, once the schema is content
 * @throws GraderError `MANIFEST_UNREADABLE`, or `MANIFEST_INVALID` with every mistake in the file
 */
export async function readLocated(
  path: string,
  schema: 'assignment' | 'mutant',
  more: (json: LocatedJson) => Fault[] = () => [],
): Promise<unknown> {
  const json = parseLocated(await readText(path));
  const faults = locatedFaults(json, schema, more);
  if (faults.length > 0) throw new ManifestError(faults.map((fault) => ({ ...fault, path })));
  return json.value;
}

/** Every mistake in a JSON file, with its place: of syntax, or else by the schema, or else what `more` finds. */
export function locatedFaults(
  json: LocatedJson,
  schema: keyof typeof schemas,
  more: (json: LocatedJson) => Fault[],
): Fault[] {
  if (json.faults.length > 0) return json.faults;
  const faults = schemaFaults(schema, json.value).map(({ path, key, text }) => ({
    ...json.positionOf(path, key),
    text,
  }));
  return faults.length > 0 ? faults : more(json);
}

/** The author's: one or more mistakes in files of an assignment, each with its place. */
export class ManifestError extends GraderError {
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    const sorted = faults.toSorted(
      (one, other) =>
        one.path.localeCompare(other.path) || one.line - other.line || one.column - other.column,
    );
    const first = sorted[0];
    const lines = (locale: keyof Text) =>
      sorted.map(({ path, line, column, text }) => `${path}:${line}:${column}: ${text[locale]}`).join('\n');
    super({
      code: 'MANIFEST_INVALID',
      message: { ko: lines('ko'), en: lines('en') },
      hint: {
        ko: `\`${first?.path}\` 파일의 ${first?.line}번째 줄부터 고친 뒤 \`drydock list\` 명령으로 확인하세요.`,
        en: `Start at line ${first?.line} of \`${first?.path}\`, then look again with \`drydock list\`.`,
      },
    });
    this.faults = sorted;
  }
}

async function readText(path: string): Promise<string> {
  let cause: unknown;
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path, 'utf8');
    cause = new RangeError(`${size} bytes, and ${maxBytes} are the most`);
  } catch (thrown) {
    cause = thrown;
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new GraderError({
    code: 'MANIFEST_UNREADABLE',
    message: {
      ko: `\`${path}\` 파일을 읽을 수 없습니다(${why}).`,
      en: `\`${path}\` cannot be read (${why}).`,
    },
    hint: {
      ko: `\`ls -l ${path}\` 명령으로 파일이 있는지, 읽을 수 있는지 확인하세요.`,
      en: `See whether it is there and readable: \`ls -l ${path}\`.`,
    },
    cause,
  });
}
