import { type CheckResult, isAdvice, type Result } from '../../harness/result.ts';
import type { Gradebook } from '../gradebook/index.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

const signs = { passed: '✓', failed: '✗', blocked: '–', error: '!' } as const;

/** Who passed what: a table per assignment, students down and checks across. Signs, not colours alone, carry it. */
export function heatMap({ assignments, rows }: Gradebook): Markup {
  return markup`<section aria-labelledby="heat"><h2 id="heat">${both(wording.heat)}</h2>${assignments.map(
    ({ id, title }) => {
      const checks = checksOf(rows.flatMap(({ results }) => results[id] ?? []));
      const head = checks.map((check) => markup`<th scope="col"><span>${both(check.title)}</span></th>`);
      const body = rows.map(
        ({ student, results }, index) =>
          markup`<tr><th scope="row"><a href="#s${index}">${student.name || student.username || student.identifier}</a></th>${checks.map((check) => cell(results[id], check))}<td class="number">${scoreOf(results[id])}</td></tr>`,
      );
      return markup`<details class="heat"><summary>${both(title)}</summary><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${both(wording.student)}</th>${head}<th scope="col">${both(wording.score)}</th></tr></thead><tbody>${body}</tbody></table></div></details>`;
    },
  )}</section>`;
}

/** The checks of an assignment, of whichever result knows them: a submission that never ran lists none. */
function checksOf(results: readonly Result[]): CheckResult[] {
  const all = new Map(results.flatMap(({ checks }) => checks).map((check) => [check.id, check]));
  return [...all.values()].filter((check) => !isAdvice(check));
}

function cell(result: Result | undefined, { id }: CheckResult): Markup {
  const status = result?.checks.find((check) => check.id === id)?.status;
  return status === undefined ? markup`<td></td>` : markup`<td class="${status}">${signs[status]}</td>`;
}

function scoreOf(result: Result | undefined): string | number {
  return result === undefined ? '' : (result.score ?? '!');
}
