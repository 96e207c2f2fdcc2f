import { spawnSync } from 'node:child_process';
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SandboxError, type UsageError } from '../errors.ts';
import type { Result } from '../result.ts';
import { ResultStore } from './result-store.ts';
import { StoredResults } from './stored-results.ts';
import { brokenResult, gradedResult } from './testing/graded-result.ts';

const scratch = () => mkdtempDisposable(join(tmpdir(), 'drydock-store-'));
const at = (second: number) => `2026-03-02T09:00:0${second}.000Z`;

async function everything(store: StoredResults): Promise<Result[]> {
  return Array.fromAsync(store.all());
}

describe('what was put', () => {
  test('is current, is on disk as a plain result, and survives closing', async () => {
    await using folder = await scratch();
    {
      using store = await ResultStore.open(join(folder.path, 'new', 'results-of-may'));
      expect(await store.current('kim', 'build-noderun')).toBeUndefined();
      await store.put(gradedResult());
    }
    using store = await ResultStore.open(join(folder.path, 'new', 'results-of-may'));
    expect(await store.current('kim', 'build-noderun')).toEqual(gradedResult());
    const file = join(store.folder, 'results', 'kim', 'build-noderun.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(gradedResult());
    expect(await everything(store)).toEqual([gradedResult()]);
  });

  test('stays among the attempts when something newer is put, oldest first', async () => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    const results = [gradedResult({ startedAt: at(2) }), brokenResult({ startedAt: at(1) }), gradedResult()];
    for (const result of results) await store.put(result);
    expect(await store.current('kim', 'build-noderun')).toEqual(results[2]);
    expect(await store.attempts('kim', 'build-noderun')).toEqual([results[1], results[0]]);
    expect(await everything(store)).toEqual([results[2]]);
    const names = await readdir(join(folder.path, 'results', 'kim', 'build-noderun.attempts'));
    expect(names[0]).toMatch(/^2026-03-02T09-00-01\.000Z-[0-9a-f]{8}\.json$/);
  });

  test('is there once when it is put twice, at once or after another run', async () => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    await Promise.all([gradedResult(), gradedResult(), gradedResult()].map((result) => store.put(result)));
    expect(await store.attempts('kim', 'build-noderun')).toEqual([]);
  });

  test('is not taken for an attempt when a process died before it put the next', async () => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    await store.put(gradedResult({ startedAt: at(1) }));
    await store.put(gradedResult({ startedAt: at(2) }));
    const student = join(folder.path, 'results', 'kim');
    const current = await readFile(join(student, 'build-noderun.json'), 'utf8');
    await writeFile(join(student, 'build-noderun.attempts', 'kept.json'), current);
    const attempts = await store.attempts('kim', 'build-noderun');
    expect(attempts.map(({ startedAt }) => startedAt)).toEqual([at(1)]);
  });

  test('by students whose names a file system could mix up is kept apart', async () => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    const names = [
      'kim',
      'Kim',
      'KIM',
      '김하늘',
      '../kim',
      'kim/..',
      'kim ',
      'con',
      'k'.repeat(3000),
      '\0',
      '=1',
    ];
    for (const student of names) await store.put(gradedResult({ student }));
    for (const student of names)
      expect(await store.current(student, 'build-noderun')).toEqual(gradedResult({ student }));
    expect((await everything(store)).map(({ student }) => student).sort()).toEqual(names.toSorted());
    expect(await readdir(folder.path)).toEqual(['.lock', '.lock-holder.json', 'results']);
  });

  test('under a decomposed Korean name is the same student’s, composed', async () => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    await store.put(gradedResult({ student: '김하늘'.normalize('NFD') }));
    expect((await store.current('김하늘', 'build-noderun'))?.student).toBe('김하늘');
    expect(await store.current('김하늘'.normalize('NFD'), 'build-noderun')).toBeDefined();
  });
});

describe('a folder', () => {
  test('is refused while another run holds it, with who that is, and free when it is done', async () => {
    await using folder = await scratch();
    {
      using _held = await ResultStore.open(folder.path);
      await expect(ResultStore.open(folder.path)).rejects.toMatchObject({
        ...{ name: 'UsageError', code: 'STORE_IN_USE' },
        message: expect.stringContaining(`process ${process.pid} on `),
        hint: { en: expect.stringContaining(`ps -p ${process.pid}`) },
      });
      expect(await everything(new StoredResults(folder.path))).toEqual([]);
    }
    using store = await ResultStore.open(folder.path);
    expect(await everything(store)).toEqual([]);
  });

  test('is free again when the process that held it was killed, and cleaned of its half files', async () => {
    await using folder = await scratch();
    const student = join(folder.path, 'results', 'kim');
    await mkdir(join(student, 'build-noderun.attempts'), { recursive: true });
    for (const name of ['.run.json.0.half', 'results/kim/.build-noderun.json.1.half'])
      await writeFile(join(folder.path, name), '{"sch');
    await writeFile(join(student, 'build-noderun.attempts', '.x.json.2.half'), '');
    const module = join(import.meta.dirname, 'result-store.ts');
    const script = `import { ResultStore } from ${JSON.stringify(module)};
      const store = await ResultStore.open(${JSON.stringify(folder.path)});
      process.kill(process.pid, 'SIGKILL');`;
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(killed.signal).toBe('SIGKILL');
    using store = await ResultStore.open(folder.path);
    expect(await everything(store)).toEqual([]);
    expect(await readdir(student, { recursive: true })).toEqual(['build-noderun.attempts']);
  });

  test('that is a file, or lies in one, is refused', async () => {
    await using folder = await scratch();
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    for (const path of [file, join(file, 'below')])
      await expect(ResultStore.open(path)).rejects.toMatchObject({ code: 'STORE_FOLDER' });
  });
});

describe('a file that is no result', () => {
  const cases: [string, string, string][] = [
    ['half of one', '{"schema": "drydock/re', 'STORE_FILE'],
    ['empty', '', 'STORE_FILE'],
    ['JSON of another kind', '{"passed": true}', 'RESULT_INVALID'],
    [
      'of a newer version',
      JSON.stringify({ ...gradedResult(), schema: 'drydock/result/v2' }),
      'RESULT_VERSION',
    ],
    ['another student’s', JSON.stringify(gradedResult({ student: 'lee' })), 'STORE_FILE'],
    ['a sum that does not add up', JSON.stringify(gradedResult({ score: 100 })), 'RESULT_INVALID'],
  ];

  test.each(cases)('(%s) is said, and kept when the next result comes', async (_what, text, code) => {
    await using folder = await scratch();
    using store = await ResultStore.open(folder.path);
    await store.put(gradedResult({ student: 'lee' }));
    const student = join(folder.path, 'results', 'kim');
    await mkdir(student);
    await writeFile(join(student, 'build-noderun.json'), text);

    await expect(store.current('kim', 'build-noderun')).rejects.toMatchObject({ name: 'UsageError', code });
    await expect(everything(store)).rejects.toMatchObject({ code });
    const troubles: string[] = [];
    const others = await Array.fromAsync(store.all((trouble: UsageError) => troubles.push(trouble.code)));
    expect(others.map((result) => result.student)).toEqual(['lee']);
    expect(troubles).toEqual([code]);

    await store.put(gradedResult());
    expect(await store.current('kim', 'build-noderun')).toEqual(gradedResult());
    expect(await store.attempts('kim', 'build-noderun')).toEqual([]);
    const [kept = ''] = await readdir(join(student, 'build-noderun.attempts'));
    expect(kept).toMatch(/^unreadable-[0-9a-f]{8}\.bad$/);
    expect(await readFile(join(student, 'build-noderun.attempts', kept), 'utf8')).toBe(text);
  });
});

test('results are read one at a time, as they are at that moment', async () => {
  await using folder = await scratch();
  using store = await ResultStore.open(folder.path);
  for (const student of ['a', 'b', 'c']) await store.put(gradedResult({ student }));
  const all = store.all();
  expect((await all.next()).value?.student).toBe('a');
  await store.put(gradedResult({ student: 'b', graderVersion: '2' }));
  expect((await all.next()).value?.graderVersion).toBe('2');
});

test('what the disk does not take is the machine’s failure, and the next result is taken', async () => {
  await using folder = await scratch();
  using store = await ResultStore.open(folder.path);
  await mkdir(join(folder.path, 'results', 'kim', 'build-noderun.json'), { recursive: true });
  const failed = await store.put(gradedResult()).catch((thrown: unknown) => thrown);
  expect(failed).toBeInstanceOf(SandboxError);
  expect(failed).toMatchObject({
    code: 'STORE_WRITE',
    message: expect.stringContaining('build-noderun.json'),
  });
  await store.put(gradedResult({ student: 'lee' }));
  expect(await store.current('lee', 'build-noderun')).toBeDefined();
});
