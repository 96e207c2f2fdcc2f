import { join } from 'node:path';
import type { RunRecord } from '../run-record.ts';

/** The record of a run of a class that lies in a folder, with every key filled in. */
export function runOf(folder: string): RunRecord {
  return {
    schema: 'drydock/run/v1',
    submissions: join(folder, 'submissions'),
    roster: { path: join(folder, 'roster.csv'), columns: { username: 'login' } },
    course: join(folder, 'course.json'),
    overrides: join(folder, 'overrides.csv'),
    assignments: [
      { id: 'rotate-logs', title: { ko: '로그', en: 'Logs' }, points: 50, script: 'solution.sh' },
      { id: 'build-noderun', title: { ko: '이미지', en: 'Image' }, points: 100, script: 'solution.sh' },
    ],
    startedAt: '2026-03-02T09:00:00.000Z',
    endedAt: '2026-03-02T09:30:00.000Z',
    graderVersions: { 'build-noderun': '1' },
    engineVersion: '26.1.5',
    images: { 'node:20-alpine3.17': `sha256:${'1'.repeat(64)}` },
    counts: { graded: 3, error: 1 },
    options: { concurrency: 4, onlyErrors: false },
  };
}
