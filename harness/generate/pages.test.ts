import { expect, it } from 'vitest';
import { check, defineGrader } from '../authoring/index.ts';
import { type Assignment, defaultLimits } from '../manifest/index.ts';
import { placeholdersOf } from '../text.ts';
import { assignmentsPage } from './assignments-page.ts';
import { messagesPage } from './messages-page.ts';
import type { WrittenGrader } from './written-grader.ts';

const title = { ko: '하나', en: 'a|b' };
const one = check({ id: 'one', points: 60, title, run: () => true });
const two = check({ id: 'two', points: 40, title, needs: { one }, disturbs: true, run: () => true });
const assignment: Assignment = {
  ...{ id: 'sample', order: 1, title, points: 100, images: ['alpine:3'], script: 'solution.sh', files: [] },
  ...{ packages: false, limits: defaultLimits, folder: '/nowhere' },
  expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
};
const written: WrittenGrader = {
  assignment,
  grader: defineGrader({ assignment: 'sample', checks: [one, two] }),
  templates: {
    no: { ko: '`{name}` 컨테이너: `docker ps`', en: 'No `{name}`: `docker ps`' },
    late: { ko: '`ls {x}` 명령', en: '`ls {x}`' },
  },
  mutants: [
    { name: 'mutants/a', why: 'Nothing.', checks: { one: 'no' }, score: 0 },
    { name: 'mutants/b', why: 'Late.', checks: { two: 'no' }, score: 60 },
  ],
  variants: 3,
  examples: { no: { case: 'mutants/a', check: 'one', values: { name: 'web' } } },
};

it('shows checks with their kill rates, and the matrix', () => {
  const page = assignmentsPage([written]);
  expect(page).toContain('| [sample](#sample) | a\\|b | 하나 | 100 | 2 | 3 | 2 |');
  expect(page).toContain('| 2 | `two` (disturbs) | a\\|b | 40 | 1 | 1 of 2 (50 %) |');
  expect(page).toContain('| `a` | ✗ | – | 0 | Nothing. |');
  expect(page).toContain('| `b` | · | ✗ | 60 | Late. |');
});

it('shows each message as it was said, and the template where nothing is recorded', () => {
  const page = messagesPage([written]);
  expect(page).toContain('Said by `one`, `two`; mutants: `a`, `b`.');
  expect(page).toContain(
    'As `mutants/a` was told:\n\n> `web` 컨테이너: `docker ps`\n\n> No `web`: `docker ps`',
  );
  expect(page).toContain(
    'Said by no mutant.\n\nNo example is recorded yet; the template:\n\n> `ls {x}` 명령',
  );
});

it('shows what the harness says, filled', () => {
  const [, harness = ''] = messagesPage([written]).split('## The harness');
  for (const id of ['blocked', 'daemonStopped', 'engineMemory', 'SCRIPT_MISSING', 'SCRIPT_UTF16'])
    expect(harness).toContain(`### ${id}\n`);
  expect(placeholdersOf(harness)).toEqual([]);
});
