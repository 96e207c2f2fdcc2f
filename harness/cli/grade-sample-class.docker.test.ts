import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoverAssignments } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import { surprisesIn, type WrittenClass, writeClass } from '../sample-class/index.ts';
import { ownedBy } from './testing/owned-by.ts';
import { startCli } from './testing/run-cli.ts';

const root = join(import.meta.dirname, '../..');
/** Those whose submissions take the least, and between them most of what is hostile. */
const cheap = ['build-noderun', 'commit-noderun', 'explain-exit-codes'];
let place: string;
let sample: WrittenClass;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'drydock-sample-'));
  const all = await discoverAssignments(join(root, 'assignments'));
  const assignments = all.filter(({ id }) => cheap.includes(id));
  const target = join(place, 'class');
  sample = await writeClass({ assignments, graders: join(root, 'graders'), target, students: 4 });
});
afterAll(() => rm(place, { recursive: true, force: true }));

async function grade() {
  const out = join(place, 'results');
  const args = ['grade', sample.submissions, '--roster', sample.roster, '--out', out, '--json'];
  const running = startCli([...args, '--sentinel-every', '0'], { cwd: root });
  const ran = await running.ended;
  return { ...ran, out, pid: running.pid };
}

describe('drydock grade of the sample class', { timeout: 600_000 }, () => {
  test('gives every submission the verdict its author said, and nobody who is hostile leaves a trace', async () => {
    const { code, stdout, stderr, out, pid } = await grade();
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const results = JSON.parse(stdout) as Result[];
    expect(surprisesIn(sample.expected, results)).toEqual([]);
    expect(await ownedBy(pid)).toEqual([]);
    expect(existsSync('/drydock-was-here')).toBe(false);
    expect(stdout).not.toContain('root:x:0');
    for (const name of await readdir(join(out, 'junit')))
      expect(XMLValidator.validate(await readFile(join(out, 'junit', name), 'utf8'))).toBe(true);

    // Nothing has changed: everything stands, hostile or not.
    const before = await readFile(join(out, 'grades.csv'), 'utf8');
    const again = await grade();
    expect({ code: again.code, stderr: again.stderr }).toMatchObject({ code: 0 });
    expect(again.stderr).toContain(`${results.length} unchanged`);
    expect(JSON.parse(again.stdout)).toEqual(results);
    expect(await readFile(join(out, 'grades.csv'), 'utf8')).toBe(before);
  });
});
