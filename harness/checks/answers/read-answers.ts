import { posix } from 'node:path';
import type { CheckContext } from '../../authoring/index.ts';
import { GraderError } from '../../errors.ts';
import { compileSchema } from '../../manifest/index.ts';
import { nearestName } from '../../nearest-name.ts';
import { fillText, type Text } from '../../text.ts';
import { readUtf8 } from '../../utf8.ts';
import * as texts from './file-texts.ts';
import type { LineFault } from './located-yaml.ts';

/** What a student answered, by the shape that the schema demands, or in one text why it cannot be taken. */
export type Answers<Shape> =
  | {
      value: Shape;
      /** The line of `answers.yaml` that a value stands on, for messages. */
      lineOf(path: readonly (string | number)[]): number;
    }
  | { problem: Text };

/** Three times what the longest answers of the course need: the parser's time grows with the square of the length. */
const capBytes = 32 * 1024;
/** More is noise: the first mistakes mended, the rest shows. */
const shownFaults = 5;

type Validate = ReturnType<typeof compileSchema>;
const compiled = new Map<string, Validate>();

/**
 * Reads the answers that a student wrote into a YAML file: the file as it is after the replay (a script may write it),
 * by the JSON Schema of the assignment's own starter, which editors know from `# yaml-language-server: $schema=…`.
 * Whatever the file holds is harmless; what is wrong with it is said with its lines.
 * @param Shape what the schema makes sure of
 * @throws GraderError `ANSWERS_SCHEMA` when the starter has no such schema
 */
export async function readAnswers<Shape>(
  { submission, starter }: Pick<CheckContext, 'submission' | 'starter'>,
  path: string,
  schema: string,
): Promise<Answers<Shape>> {
  const faultsOf = await schemaOf(starter, schema);
  const bytes = (await submission.readAfter(path)) ?? (await submission.read(path));
  if (bytes === undefined) return { problem: missing(path, submission.paths) };
  if (bytes.length > capBytes) return { problem: fillText(texts.tooBig, { path, capBytes }) };
  const read = readUtf8(bytes);
  if ('trouble' in read) {
    const { kind } = read.trouble;
    return { problem: fillText(texts.unreadable[kind], { path, line: 0, ...read.trouble }) };
  }
  // The parser's 70 modules would cost every other assignment's start 15 ms.
  const { parseYaml } = await import('./located-yaml.ts');
  const yaml = parseYaml(read.text.replaceAll(/\r+\n?/g, '\n'));
  if (yaml.faults.length > 0) return { problem: listed(path, yaml.faults) };
  if (yaml.value === null || yaml.value === undefined) return { problem: fillText(texts.empty, { path }) };
  const faults = faultsOf(yaml.value).map(({ path: at, key, text }) => ({
    line: yaml.lineOf(at, key),
    text,
  }));
  if (faults.length > 0) return { problem: listed(path, faults) };
  return { value: yaml.value as Shape, lineOf: (at) => yaml.lineOf(at) };
}

async function schemaOf(starter: CheckContext['starter'], path: string): Promise<Validate> {
  const text = String(await starter.read(path));
  const known = compiled.get(text);
  if (known) return known;
  try {
    const validate = compileSchema(JSON.parse(text) as object);
    compiled.set(text, validate);
    return validate;
  } catch (cause) {
    throw new GraderError({
      code: 'ANSWERS_SCHEMA',
      message: fillText(texts.badSchema.message, { path }),
      hint: fillText(texts.badSchema.hint, { path }),
      cause,
    });
  }
}

function missing(path: string, paths: readonly string[]): Text {
  const name = posix.basename(path);
  const near = paths.find((one) => nearestName(name, [posix.basename(one)]) !== undefined);
  return near === undefined
    ? fillText(texts.missing, { path })
    : fillText(texts.misnamed, { path, found: near });
}

function listed(path: string, faults: readonly LineFault[]): Text {
  const sorted = faults.toSorted((one, other) => one.line - other.line).slice(0, shownFaults);
  const lines = sorted.map(({ line, text }) => fillText(texts.onLine, { path, line, text }));
  const more = faults.length - sorted.length;
  if (more > 0) lines.push(fillText(texts.more, { more }));
  return { ko: lines.map(({ ko }) => ko).join('\n'), en: lines.map(({ en }) => en).join('\n') };
}
