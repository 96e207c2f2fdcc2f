import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adjustedClass } from '../testing/adjusted-class.ts';
import { classResults } from '../testing/class-results.ts';
import { foreignSchema } from '../testing/foreign-schema.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { propertiesOf, readJUnit } from '../testing/read-junit.ts';
import { junit } from './junit.ts';

const strict = (results = nastyResults()) => junit(results, { locale: 'en', profile: 'strict' });

describe('the strict profile', () => {
  test('has on a case what junit-10.xsd allows, and nothing else', () => {
    const report = readJUnit(strict());
    expect(report).not.toHaveProperty('skipped');
    const allowed = ['name', 'time', 'classname', 'failure', 'error', 'skipped', 'system-out'];
    for (const each of report.testsuite.flatMap(({ testcase }) => testcase))
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(each).filter((key) => key !== '#text')));
  });

  test('ends class names in the script’s name, by which readers look for a file', () => {
    const [suite] = readJUnit(strict([plainResult()])).testsuite;
    expect(suite?.testcase[0]?.classname).toBe('drydock.build-noderun.김하늘.solution');
  });

  test('keeps the points: of a suite as properties, of a case in its text', () => {
    const [suite] = readJUnit(strict()).testsuite;
    expect(suite && propertiesOf(suite)).toMatchObject({ score: '35', max_score: '100' });
    expect(suite?.testcase[2]?.failure?.message).toMatch(/^\(0\/30 pts\) /);
  });

  test.runIf(foreignSchema('jenkins-junit-10.xsd'))('is valid by the schema itself', async () => {
    const schema = foreignSchema('jenkins-junit-10.xsd') ?? '';
    const folder = await mkdtemp(join(tmpdir(), 'drydock-junit-'));
    try {
      for (const results of [nastyResults(), classResults(), adjustedClass(), []]) {
        const file = join(folder, 'report.xml');
        await writeFile(file, strict(results));
        const args = ['--noout', '--nonet', '--schema', schema, file];
        expect(() => execFileSync('xmllint', args, { stdio: 'pipe' })).not.toThrow();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
