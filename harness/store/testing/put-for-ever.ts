/** Puts results without an end, and says of each when it is stored: the process that the kill test kills. */
import { writeSync } from 'node:fs';
import { ResultStore } from '../result-store.ts';
import { gradedResult } from './graded-result.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const store = await ResultStore.open(folder);
for (let number = Number(first); ; number += 1) {
  const startedAt = new Date(number * 1000).toISOString();
  // Three submissions by turns, so that attempts pile up; evidence of some size, so that a write can be cut in two.
  const notes = [{ checkId: 'built', title: 'long', value: 'x'.repeat((number % 5) * 100_000) }];
  const evidence = { ...gradedResult().evidence, notes };
  await store.put(gradedResult({ student: `student-${number % 3}`, startedAt, evidence }));
  writeSync(1, `${number}\n`);
}
