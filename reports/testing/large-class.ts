import type { Result } from '../../harness/result.ts';
import { classResults } from './class-results.ts';
import { plainResult } from './nasty-results.ts';

/** A class as large as a course gets: so many students with five assignments each, with evidence as real runs leave it. */
export function largeClass(students: number): Result[] {
  const [sample = plainResult()] = classResults();
  return Array.from({ length: students }, (_, student) =>
    Array.from({ length: 5 }, (_, assignment) => ({
      ...sample,
      student: `student-${student}`,
      assignment: `assignment-${assignment}`,
      score: 30,
      submissionHash: `sha256:${hex(student * 5 + assignment, 64)}`,
      evidence: evidence(student * 5 + assignment),
    })),
  ).flat();
}

function evidence(seed: number): Result['evidence'] {
  const commands = Array.from({ length: 8 }, (_, index) => ({
    ...{ line: index + 1, endLine: index + 1, text: `docker run -d --name c${index} image-${hex(seed, 8)}` },
    ...{ exitCode: index % 3 === 2 ? 1 : 0, startedMs: index * 100, durationMs: 80, endedBy: [] },
    output: `${hex(seed * 31 + index, 64)}\nStep ${index}/8 : RUN apk add --no-cache tini curl\n`.repeat(4),
  }));
  const calls = Array.from({ length: 40 }, (_, id) => ({
    ...{
      id,
      startedMs: id * 20,
      durationMs: 5,
      method: 'GET',
      path: `/containers/${hex(seed + id, 64)}/json`,
    },
    ...{ query: {}, body: null, status: 200, error: null, refused: false, line: 1 },
  }));
  const events = Array.from({ length: 30 }, (_, index) => ({
    ...{ atMs: index * 25, type: 'container', action: 'start', actorId: hex(seed + index, 64) },
    ...{ attributes: { name: `c${index}` }, line: 1 },
  }));
  return { commands, calls, events, hostCalls: [], notes: [], remarks: [] };
}

/** Digits that look random and are the same every time. */
function hex(seed: number, length: number): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  let digits = '';
  while (digits.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    digits += state.toString(16).padStart(8, '0');
  }
  return digits.slice(0, length);
}
