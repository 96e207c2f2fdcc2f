import { pathToFileURL } from 'node:url';
import type { Text } from '../text.ts';
import type { Grader } from './grader.ts';
import { messageTemplates } from './messages.ts';

/** What a grader's file gives. */
export interface GraderModule {
  readonly grader: Grader;
  /** The messages of its export `say`, by id; none without one. */
  readonly templates: Readonly<Record<string, Text>>;
}

/** Imports a grader's file as it is: what it gives is not proven to be a grader. Throws what the import throws. */
export async function importGrader(file: string): Promise<GraderModule> {
  const loaded = (await import(pathToFileURL(file).href)) as { default: Grader; say?: object };
  return { grader: loaded.default, templates: messageTemplates(loaded.say ?? {}) };
}
