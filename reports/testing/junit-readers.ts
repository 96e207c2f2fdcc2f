import { propertiesOf, type ReadCase, readJUnit } from './read-junit.ts';

/** Where a reader puts the mark of a failed case, and what it writes there. */
export interface Mark {
  path: string | undefined;
  line: number | undefined;
  message: string;
}

const failedCases = (xml: string) =>
  readJUnit(xml)
    .testsuite.flatMap(({ testcase }) => testcase)
    .flatMap((each) => {
      const told = each.failure ?? each.error;
      return told === undefined ? [] : [{ ...each, told }];
    });

/** What mikepenz/action-junit-report marks: the last ` …file…:N` in the text, else line 1; emoji are taken out of messages. */
export function readByMikepenz(xml: string): Mark[] {
  return failedCases(xml).map(({ file, classname, told }) => {
    const path = file ?? classname.split('.').at(-1) ?? '';
    const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = told['#text'].trim().match(new RegExp(` [^ ]*${escaped}.*?:\\d+`, 'g'));
    return { path, line: Number(found?.at(-1)?.split(':').at(-1) ?? 1), message: told.message };
  });
}

/** What dorny/test-reporter marks as jest-junit: the first line that ends in `(tracked file:line:column)`. */
export function readByDorny(xml: string, tracked: readonly string[]): Mark[] {
  const report = readJUnit(xml);
  if (!/^\d+(\.\d+)?$/.test(report.time)) throw new TypeError('it prints NaNms without the time of the root');
  for (const { name } of report.testsuite)
    if (!name) throw new TypeError('it stops at a suite without a name');
  return failedCases(xml).map(({ told }) => {
    const frames = told['#text'].split(/\r?\n/).map((line) => /\((.*):(\d+):\d+\)$/.exec(line));
    const [, path, line] = frames.find((frame) => frame?.[1] && tracked.includes(frame[1])) ?? [];
    return { path, line: line === undefined ? undefined : Number(line), message: told.message };
  });
}

/** What GitLab shows: the content of elements alone, the first of cases with one name, and files that output attaches. */
export function readByGitLab(xml: string): {
  cases: { key: string; status: string; content: string }[];
  attached: string[];
} {
  if (Buffer.byteLength(xml) > 30e6) throw new RangeError('it refuses a file of 30 MB');
  const all = readJUnit(xml).testsuite.flatMap(({ testcase }) => testcase);
  const first = new Map<string, { key: string; status: string; content: string }>();
  for (const each of all) {
    const key = `${each.classname}\n${each.name}`;
    if (!first.has(key)) first.set(key, { key, ...gitLabStatus(each) });
  }
  const attached = all.flatMap(({ 'system-out': out = '' }) =>
    [...out.matchAll(/\[\[ATTACHMENT\|([^[\]|]+?)\]\]/g)].map(([, path = '']) => path),
  );
  return { cases: [...first.values()], attached };
}

function gitLabStatus({ failure, error, skipped }: ReadCase): { status: string; content: string } {
  if (failure) return { status: 'failed', content: failure['#text'] };
  if (error) return { status: 'error', content: error['#text'] };
  return skipped ? { status: 'skipped', content: skipped['#text'] } : { status: 'success', content: '' };
}

/** What Jenkins counts: a package and a class for each case, one status, and the points that were kept as properties. */
export function readByJenkins(
  xml: string,
): { package: string; class: string; status: string; score: string | undefined }[] {
  return readJUnit(xml)
    .testsuite.flatMap(({ testcase }) => testcase)
    .map((each) => {
      const dot = each.classname.lastIndexOf('.');
      const status = each.skipped ? 'skipped' : each.failure || each.error ? 'failed' : 'passed';
      return {
        package: each.classname.slice(0, dot),
        class: each.classname.slice(dot + 1),
        status,
        score: propertiesOf(each).score,
      };
    });
}
