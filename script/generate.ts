/** Writes the generated parts of committed files anew: `npm run generate`. A test fails when they are out of date. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles } from '../harness/generate/index.ts';

const root = join(import.meta.dirname, '..');
for (const { path, current, wanted } of await generatedFiles(root)) {
  if (current === wanted) continue;
  await writeFile(join(root, path), wanted);
  console.log(`wrote ${path}`);
}
