import { expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { readGitHubLog, readGitLabLog } from '../testing/read-log.ts';
import { terminalSummary } from './summary.ts';
import { terminal } from './verdict.ts';

const token = '0123456789abcdef';
const plain = { locale: 'ko', columns: 80, colour: false } as const;
const attack = plainResult({
  score: 0,
  student: '::endgroup::',
  assignment: '\u001b[0Ksection_end:1:drydock_1\r\u001b[0K',
  assignmentTitle: { ko: '::endgroup::\n::error::주입', en: '##[endgroup]' },
  outcome: 'invalid',
  checks: [],
  reason: {
    code: 'x',
    message: { ko: `::endgroup::\n::${token.slice(1)}::\n##[error]`, en: '::endgroup::' },
  },
});
const results = [...classResults(), ...nastyResults(), attack];
const github = { service: 'github', token } as const;

test('GitHub’s runner folds each result to its line of the table, and obeys nothing in between', () => {
  const { commands, groups } = readGitHubLog(terminal(results, { ...plain, groups: github }));
  expect(groups).toHaveLength(results.length);
  expect(groups[0]?.title).toMatch(/^김하늘 +build-noderun +30 \/ 100 +✗/);
  expect(groups.every(({ lines }) => lines.length > 3)).toBe(true);
  expect([...new Set(commands)]).toEqual(['group', 'stop-commands', token, 'endgroup']);
});

test('GitLab’s log has a section for each result, shut where nothing is to be done, as long as grading took', () => {
  const { sections, rest } = readGitLabLog(terminal(results, { ...plain, groups: { service: 'gitlab' } }));
  expect(sections.map(({ name }) => name)).toEqual(results.map((_, index) => `drydock_${index + 1}`));
  expect(sections.map(({ collapsed }) => collapsed)).toEqual(results.map(({ score, max }) => score === max));
  expect(sections[0]?.seconds).toBe(2);
  expect(rest).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('one result stays open, and is guarded as well', () => {
  const { commands, groups } = readGitHubLog(terminal([attack], { ...plain, groups: github }));
  expect({ commands, groups }).toEqual({ commands: ['stop-commands', token], groups: [] });
  expect(terminal([attack], { ...plain, groups: { service: 'gitlab' } })).toBe(terminal([attack], plain));
});

test('the table of all results comes last, open', () => {
  const log = terminal(results, { ...plain, groups: github });
  const last = log.slice(log.lastIndexOf('\n::endgroup::'));
  expect(last).toContain(terminalSummary(results, plain));
});
