import { expect, test } from 'vitest';
import { queuedId } from './queued-job.ts';

test('a job has another id in another run and with other content', () => {
  const job = {
    id: 'kim/smoke',
    student: 'kim',
    assignment: 'smoke',
    folder: '/a',
    priority: 'bulk',
  } as const;
  const id = queuedId('run', job, 'hash');
  expect(queuedId('run', { ...job, folder: '/b', priority: 'interactive' }, 'hash')).toBe(id);
  expect(new Set([id, queuedId('two', job, 'hash'), queuedId('run', job, 'other')]).size).toBe(3);
});
