import { type CheckResult, isAdvice, type Result } from '../../harness/result.ts';
import type { Gradebook } from '../gradebook/index.ts';
import { adjustedMark } from './adjusted-mark.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

const signs = { passed: '✓', failed: '✗', blocked: '–', error: '!' } as const;

/** Who passed what: a table per assignment, students down and checks across. Signs, not colours alone, carry it. */
export function heatMap({ assignments, rows }: Gradebook): Markup {
  const legend = (['passed', 'failed', 'blocked', 'error'] as const).map(
    (status) => markup`<span><span class="${status}">${signs[status]}</span> ${both(wording[status])}</span>`,
  );
  if (rows.some(({ results }) => Object.values(results).some(({ adjustments }) => adjustments?.length)))
    legend.push(markup`<span>± ${both(wording.adjusted)}</span>`);
  return markup`<section aria-labelledby="heat"><h2 id="heat">${both(wording.heat)}</h2><p class="legend">${legend}</p>${assignments.map(
    ({ id, title }, place) => {
      const checks = checksOf(rows.flatMap(({ results }) => results[id] ?? []));
      const head = checks.map((check) => markup`<th scope="col">${both(check.title)}</th>`);
      const body = rows.map(
        ({ student, results }, index) =>
          markup`<tr><th scope="row"><a href="#s${index}">${student.name || student.username || student.identifier}</a></th>${checks.map((check) => cell(results[id], check))}<td class="number">${scoreOf(results[id])}</td></tr>`,
      );
      return markup`<details class="heat"${open(place, rows.length)}><summary>${both(title)} <small>${id}</small></summary><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${both(wording.student)}</th>${head}<th scope="col">${both(wording.score)}</th></tr></thead><tbody>${body}</tbody></table></div></details>`;
    },
  )}</section>`;
}

/** The first table is open at once, in a class that fits on a few screens. */
function open(place: number, rows: number): Markup {
  return place === 0 && rows <= 60 ? markup` open` : markup``;
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

function scoreOf(result: Result | undefined): Markup {
  if (result === undefined || result.outcome === 'missing') return both(wording.notHandedIn);
  return markup`${result.score ?? '!'}${adjustedMark(result)}`;
}
