/**
 * Writes a class of invented students with what they hand in, to try things with: solutions, variants, mutants, broken
 * and hostile submissions, a roster, and what each must get.
 * Usage: npm run sample-class -- DIR [--students 40] [--seed 1] [--assignment SLUG]…
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodeOf } from '../harness/cli/exit-code.ts';
import { troubleReport } from '../harness/cli/trouble-report.ts';
import { UsageError } from '../harness/errors.ts';
import { discoverAssignments } from '../harness/manifest/index.ts';
import { fewestStudents, mostStudents, writeClass } from '../harness/sample-class/index.ts';

const root = join(import.meta.dirname, '..');
try {
  await sampleClass();
} catch (thrown) {
  process.stderr.write(troubleReport(thrown, { locale: 'en', color: false }));
  process.exitCode = exitCodeOf(thrown);
}

async function sampleClass(): Promise<void> {
  const { target, students, seed, chosen } = asked();
  await mkdir(target, { recursive: true });
  if ((await readdir(target)).length > 0) throw unusable(`${target} is not empty`);
  const all = await discoverAssignments(join(root, 'assignments'));
  for (const slug of chosen) if (!all.some(({ id }) => id === slug)) throw unusable(`--assignment ${slug}`);
  const assignments = chosen.length === 0 ? all : all.filter(({ id }) => chosen.includes(id));
  const graders = join(root, 'graders');
  const { submissions, roster, expected } = await writeClass({
    assignments,
    graders,
    target,
    students,
    seed,
  });
  process.stdout.write(`${expected.submissions.length} submissions of ${students} students
  submissions: ${submissions}
  roster:      ${roster}
  expected:    ${join(target, 'expected.json')}
`);
}

function asked(): { target: string; students: number; seed: number; chosen: string[] } {
  const text = { type: 'string' } as const;
  const options = { students: text, seed: text, assignment: { type: 'string', multiple: true } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [dir, ...others] = positionals;
    if (dir === undefined || others.length > 0) throw unusable(positionals.join(' ') || 'no folder');
    const students = whole('students', values.students ?? '40', fewestStudents, mostStudents);
    const seed = whole('seed', values.seed ?? '1', 0, 2 ** 31);
    return { target: resolve(dir), students, seed, chosen: values.assignment ?? [] };
  } catch (thrown) {
    throw thrown instanceof UsageError
      ? thrown
      : unusable(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw unusable(`--${name} ${given} (from ${least} to ${most})`);
  return value;
}

function unusable(what: string): UsageError {
  return new UsageError({
    code: 'SAMPLE_CLASS_OPTIONS',
    message: { ko: `쓸 수 없는 값입니다: ${what}`, en: `This cannot be: ${what}` },
    hint: {
      ko: '새 폴더를 하나 정해 주세요. 예: `npm run sample-class -- /tmp/class --students 40`',
      en: 'Name a new folder, such as: `npm run sample-class -- /tmp/class --students 40`',
    },
  });
}
