import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importGrader } from '../authoring/index.ts';
import { paperFaults, ruleFaults } from './index.ts';
import { sampleAssignment, sampleGrader } from './testing/sample.ts';

const sound = '# a\n## b\n## c\n## d\n### e\n';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-rules-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('ruleFaults', () => {
  const faults = async (points = 100) => {
    const found = await ruleFaults({ ...sampleAssignment(folder), points }, sampleGrader, folder);
    return found.map(({ subject, text }) => `${subject}: ${text.en}`);
  };

  it('names all that an assignment lacks', async () => {
    await put('statement.ko.md', sound);
    await put('statement.en.md', '# a\n<!-- write: the goal -->\n```\n# no heading\n```\n');
    await put('variants/one/solution.sh', '');
    expect(await faults(90)).toEqual([
      'sample: 90 points in all; 100 are asked',
      'sample: 3 checks; at least 8 are asked',
      'one: 60 points for one check; at most 20 are asked',
      'two: 30 points for one check; at most 20 are asked',
      'sample: 1 variants; at least 5 are asked',
      'sample: 0 mutants; at least 15 are asked',
      'statement.en.md: not written yet: the goal',
      'statement.en.md: 1 headings; at least 5 are asked',
      'statement.*.md: their headings differ (Korean: # ## ## ## ###, English: #)',
    ]);
  });

  it('is content with enough of each', async () => {
    for (const locale of ['ko', 'en']) await put(`statement.${locale}.md`, sound);
    for (let count = 1; count <= 15; count++) {
      await put(`mutants/m${count}/expect.json`, '{}');
      await put(`variants/v${count}/solution.sh`, '');
    }
    expect(await faults()).toEqual([
      'sample: 3 checks; at least 8 are asked',
      'one: 60 points for one check; at most 20 are asked',
      'two: 30 points for one check; at most 20 are asked',
    ]);
  });
});

describe('paperFaults', () => {
  it('finds mutants that are the solution, say a mistake twice or promise what cannot be', async () => {
    const expectation = (why: string, score: number) =>
      JSON.stringify({ why, checks: { three: 'no' }, score });
    await put('solution/solution.sh', 'docker ps\n');
    await put('mutants/a/expect.json', expectation('same', 90));
    await put('mutants/a/solution.sh', 'docker ps\n');
    await put('mutants/b/expect.json', expectation('same', 80));
    await put('mutants/b/deep/new.txt', 'x');
    await put('mutants/c/expect.json', expectation('other', 90));
    await put('variants/d/expect.json', expectation('a variant is worth all points', 90));
    const module = { grader: sampleGrader, templates: { no: { ko: '없음', en: 'None: `ls`.' } } };
    const found = await paperFaults(module, folder);
    expect(found.map(({ subject, text }) => `${subject}: ${text.en}`)).toEqual([
      'no: it shows nothing to type or to write (ko)',
      'mutants/b: its score is 80, but the checks that pass are worth 90',
      'variants/d: its score is 100, but the checks that pass are worth 90',
      'mutants/a: its solution.sh is the solution’s',
      'mutants/c: it changes no file of the solution',
      'mutants/b: it tells the same mistake as mutants/a',
    ]);
  });
});

it('a grader’s module gives its messages', async () => {
  await put('grader.ts', 'export default { assignment: "x", checks: [] };\n');
  expect(await importGrader(join(folder, 'grader.ts'))).toEqual({
    grader: { assignment: 'x', checks: [] },
    templates: {},
  });
});
