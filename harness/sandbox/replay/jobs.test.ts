import { expect, test } from 'vitest';
import { replayHere } from './local-terminal.test-support.ts';

/** The lines that left something in the background, with those that it outlived: `1>3` ended while line 3 was typed. */
async function jobsOf(script: string): Promise<string[]> {
  const { jobs, commands } = await replayHere(script);
  return jobs.map(({ line, untilMs }) => {
    const last = commands.findLast(({ startedMs }) => untilMs !== null && startedMs <= untilMs);
    return `${line}>${untilMs === null ? '' : last?.line}`;
  });
}

test.concurrent.for<[name: string, script: string, jobs: string[]]>([
  ['nothing', 'true; sleep 0.1\n(true)\n', []],
  ['a job that is there at the end', 'sleep 9 &\ntrue\n', ['1>']],
  ['one that ended beside a later command', 'sleep 1 &\ntrue\nsleep 1.5\ntrue\n', ['1>3']],
  ['one that was waited for', 'sleep 0.1 & wait\ntrue\n', []],
  ['one that was killed', 'sleep 9 &\nkill %1; wait\ntrue\n', ['1>2']],
  ['two', 'sleep 9 &\nsleep 9 & true\nkill %1 %2; wait\n', ['1>3', '2>3']],
  ['those of a loop', 'for i in 1 2; do sleep 9 & done\ntrue\n', ['1>']],
  ['that of a function', 'f() { sleep 9 & }\nf\ntrue\n', ['2>']],
  ['one beside a nested shell, which has none', 'sleep 9 &\nbash\ntrue\nsh\nexit\nexit\ntrue\n', ['1>']],
  ['an ampersand that is text', 'echo "a & b" \'c & d\' >&2\ncat <<E\n(a & b)\nE\ntrue && true\n', []],
  ['what the shell loses sight of', '(sleep 0.1 &)\nsleep 9 & disown\ntrue\n', ['1>', '2>']],
  ['a shell that shows no prompt', 'exec 2>/dev/null\nsleep 0.1 &\nsleep 0.3\n', ['2>']],
])('%s', async ([, script, jobs], { expect }) => {
  expect(await jobsOf(script)).toEqual(jobs);
});

test('a job is kept with its words', async () => {
  const { jobs } = await replayHere('sleep 9 & true; false\n');
  expect(jobs).toEqual([{ line: 1, text: 'sleep 9 &', fromMs: expect.any(Number), untilMs: null }]);
});
