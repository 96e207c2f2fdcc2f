import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { GraderError } from '../errors.ts';
import type { Text } from '../text.ts';

/** What an image must show before it may be trusted, whichever way it came. */
export interface Expectations {
  entrypoint?: string[];
  cmd?: string[];
  /** Each command is run in a container of the image; its output must match the regular expression `prints`. */
  run: { command: string[]; prints: string }[];
}

/** An image of the course. */
export interface CatalogImage {
  title: Text;
  /** The folder under `kit/` whose recipe makes a stand-in offline; absent where none exists. */
  kit?: string;
  /**
   * Of an image that the course itself builds in an earlier exercise: the folder under `derived/` with its Dockerfile,
   * and the image that the Dockerfile starts from. It is always built, never fetched: another's image of this name
   * could be anything.
   */
  build?: { context: string; from: string };
  expects: Expectations;
}

/** `catalog.json`, typed. An image that is not listed can still be prepared: it is then taken as it comes. */
export interface Catalog {
  engine: { base: string; title: Text; expects: Expectations };
  images: Record<string, CatalogImage>;
}

/** Reads and checks the catalog. Throws GraderError `CATALOG` with the first mistake found. */
export function loadCatalog(folder = import.meta.dirname): Catalog {
  return catalogOf(read(join(folder, 'catalog.json')), read(join(folder, 'catalog.schema.json')));
}

/** A catalog from parsed JSON. Throws GraderError `CATALOG` when it does not follow the schema. */
export function catalogOf(
  json: unknown,
  schema: unknown = read(join(import.meta.dirname, 'catalog.schema.json')),
): Catalog {
  const ajv = new Ajv({ allErrors: false, strict: true });
  addFormats.default(ajv);
  const follows = ajv.compile<Catalog>(schema as object);
  if (follows(json)) return json;
  const [mistake] = follows.errors ?? [];
  throw malformed(`${mistake?.instancePath || '/'} ${mistake?.message ?? ''}`.trim());
}

/** The catalog's entry of an image; `alpine` and `alpine:latest` are the same. Undefined when it is not listed. */
export function catalogImage(reference: string): CatalogImage | undefined {
  return loadCatalog().images[reference.replace(/:latest$/, '')];
}

/** These references, each after the image that it is built from; each once. */
export function withBases(references: readonly string[], { images } = loadCatalog()): string[] {
  const ordered = new Set<string>();
  const add = (reference: string) => {
    const from = images[reference]?.build?.from;
    if (from !== undefined) add(from);
    ordered.add(reference);
  };
  for (const reference of references) add(reference);
  return [...ordered];
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw malformed(file, cause);
  }
}

function malformed(where: string, cause?: unknown): GraderError {
  return new GraderError({
    code: 'CATALOG',
    message: {
      ko: `이미지 목록이 올바르지 않습니다: ${where}`,
      en: `The image catalog is not valid: ${where}`,
    },
    hint: {
      ko: '`harness/images/catalog.json` 파일을 고친 다음 `drydock prepare` 를 다시 실행하세요.',
      en: 'Correct `harness/images/catalog.json`, then run `drydock prepare` again.',
    },
    cause,
  });
}
