import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result, Student } from '../../harness/result.ts';
import { nastyText } from '../testing/nasty-checks.ts';
import { plainResult } from '../testing/nasty-results.ts';
import { gradesCsv } from './csv.ts';
import { gradebookOf } from './gradebook.ts';

/** Few names that are near each other, so that they meet: capitals, numbers, formulas, what is on every object. */
const name = fc.constantFrom('kim', 'KIM', '007', '김하늘', 'constructor', '=1+1', nastyText, 'lee');
const assignment = fc.constantFrom('one', 'two', 'constructor');
const results = fc.uniqueArray(
  fc.record({ student: name, assignment, score: fc.option(fc.nat(100)) }).map(
    ({ student, assignment: id, score }): Result =>
      plainResult({
        ...{ student, assignment: id, score },
        outcome: score === null ? 'error' : 'graded',
      }),
  ),
  { selector: ({ student, assignment: id }) => JSON.stringify([student, id]), maxLength: 12 },
);
const student = fc.record({ username: name, identifier: fc.oneof(name, fc.constant('')) }).map(
  (names): Student => ({
    ...names,
    ...{ name: nastyText, email: '', section: '' },
  }),
);
/** As a roster's reader lets through: no name leads to two students. */
const roster = fc.option(
  fc.array(student, { maxLength: 6 }).map((students) => {
    const taken = new Set<string>();
    return students.filter(({ username, identifier }) => {
      const names = [...new Set([username, identifier].filter(Boolean).map((each) => each.toLowerCase()))];
      const free = names.every((each) => !taken.has(each));
      if (free) for (const each of names) taken.add(each);
      return free;
    });
  }),
  { nil: undefined },
);
const cellsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('whatever a class and its roster are called', () => {
  test('nobody is lost, and nobody has two rows: each result is in one row, or told as extra or claimed twice', () => {
    fc.assert(
      fc.property(results, roster, (graded, listed) => {
        const book = gradebookOf(graded, listed);
        if (listed) expect(book.rows.map((row) => row.student)).toEqual(listed);
        const disputed = new Set(book.duplicates.flatMap(({ claimed }) => claimed));
        for (const result of graded) {
          if (disputed.has(result.student)) continue;
          const rows = book.rows.filter((row) => Object.values(row.results).includes(result));
          expect(rows).toHaveLength(book.extra.includes(result.student) ? 0 : 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('grades.csv has a row for each student, with the score of each result and no other', () => {
    fc.assert(
      fc.property(results, roster, (graded, listed) => {
        const book = gradebookOf(graded, listed);
        const rows = cellsOf(gradesCsv(book, { locale: 'en' }));
        expect(rows).toHaveLength(book.rows.length);
        for (const [index, { results: own }] of book.rows.entries())
          for (const { id } of book.assignments) {
            const result = Object.hasOwn(own, id) ? own[id] : undefined;
            expect(rows[index]?.[id]).toBe(String(result?.score ?? ''));
            expect(rows[index]?.[`${id} outcome`]).toBe(result?.outcome ?? 'missing');
          }
      }),
      { numRuns: 300 },
    );
  });
});
