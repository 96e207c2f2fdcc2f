import { expect, test } from 'vitest';
import { nastyText, passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { annotations } from './annotations.ts';

const english = { locale: 'en' } as const;
const failing = (count: number, line: number | null) =>
  Array.from({ length: count }, (_, index) => {
    const message = { ko: nastyText, en: nastyText };
    return passedCheck({ id: `c${index}`, status: 'failed', points: 0, messageId: 'x', message, line });
  });

test('a failed check is put on the line it blames', () => {
  const scriptPath = () => 'labs, and: more/solution.sh';
  expect(annotations(nastyResults(), { ...english, scriptPath })).toContain(
    '::error file=labs%2C and%3A more/solution.sh,line=7,title=The `node-run` container is running::Container `node-run` is not running (state: exited). Look at `docker logs node-run`.\n',
  );
});

test('what could not be judged, and a changed file, are warnings without a line', () => {
  const lines = annotations(nastyResults(), english).split('\n');
  const warnings = lines.filter((line) => line.startsWith('::warning title='));
  expect(warnings).toHaveLength(3);
  expect(warnings[0]).toMatch(/^::warning title=build-noderun::한글/);
});

test('ten at most, and none without a line', () => {
  const lines = (checks: ReturnType<typeof failing>) =>
    annotations([plainResult({ score: 0, checks })], english)
      .split('\n')
      .filter(Boolean);
  const advice = failing(4, 5).map((check) => ({ ...check, max: 0 }));
  const broken = failing(12, null).map((check) => ({ ...check, status: 'error' as const, points: null }));
  expect(lines(failing(12, 3))).toHaveLength(10);
  expect(lines([...advice, ...failing(12, 3)]).filter((line) => line.startsWith('::error '))).toHaveLength(
    10,
  );
  expect(lines([...failing(12, 3), ...broken]).map((line) => line.slice(0, 4))).toEqual([
    ...Array(3).fill('::wa'),
    ...Array(7).fill('::er'),
  ]);
  expect(lines(failing(12, null))).toEqual([]);
});

test('what a student wrote can neither end a command nor begin one', () => {
  const written = annotations([plainResult({ score: 0, checks: failing(3, 1) })], english);
  for (const line of written.split('\n').filter(Boolean)) expect(line).toMatch(/^::error file=[^:]*::/);
  expect(written.trimEnd().split('\n')).toHaveLength(3);
  expect(written).not.toMatch(/(?!\n)\p{Cc}/u);
});
