import { expect, test } from 'vitest';
import type { Assignment } from '../../manifest/index.ts';
import type { GradingJob } from '../../queue/index.ts';
import type { Intake } from '../../submissions/index.ts';
import { type ClassAssignment, classWork } from './class-work.ts';

const intake: Intake = {
  submissions: [
    { student: 'kim', assignment: 'smoke', folder: '/tmp/now/kim', source: 'kim.zip', submittedAt: null },
    { student: 'lee', assignment: 'smoke', folder: '/tmp/now/lee', source: 'lee.zip', submittedAt: null },
  ],
  ...{ absent: [], unknown: [], troubles: [] },
};
const smoke = { assignment: { id: 'smoke' } as Assignment } as ClassAssignment;

test('a job of an earlier run is where its submission lies now, whomever this run was asked to grade', () => {
  const work = classWork(intake, [smoke], { dir: '/class', chosen: ['kim'] });
  const earlier = (student: string): GradingJob => ({
    ...{ id: `${student}/smoke`, student, assignment: 'smoke', folder: '/tmp/gone' },
    priority: 'bulk',
  });
  expect(work.jobs.map(({ student }) => student)).toEqual(['kim']);
  expect(work.locate(earlier('kim'))?.folder).toBe('/tmp/now/kim');
  expect(work.locate(earlier('lee'))?.folder).toBe('/tmp/now/lee');
  expect(work.locate(earlier('oh'))).toBeUndefined();
});
