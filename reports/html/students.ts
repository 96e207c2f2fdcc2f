import { gzipSync } from 'node:zlib';
import type { Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { differingPoints, type Gradebook, type GradebookRow, totalOf } from '../gradebook/index.ts';
import { adjustedMark } from './adjusted-mark.ts';
import { detail } from './detail.ts';
import { both, Markup, markup } from './markup.ts';
import { packedToFit, type Room } from './room.ts';
import { wording } from './wording.ts';

/** A row for each student, unfolding to all there is of their results. */
export function students(book: Gradebook): Markup {
  const named = (label: Text, names: readonly string[]) =>
    names.length === 0 ? undefined : markup`<p class="errors">${both(label)}: ${names.join(', ')}</p>`;
  const missing = book.missing.map(({ name, username, identifier }) => name || username || identifier);
  const differing = differingPoints(book.assignments).map(
    (text) => markup`<p class="errors">${both(text)}</p>`,
  );
  const packed = packedToFit(book.rows, ({ results }, room) => pack(Object.values(results), room));
  const order = book.assignments.map(({ title }, index) => markup`${index > 0 ? ' · ' : ''}${both(title)}`);
  return markup`<section aria-labelledby="students"><h2 id="students">${both(wording.students)} <output id="count"></output></h2>${named(wording.withoutResult, missing)}${named(wording.extra, book.extra)}${differing}<p class="fine">${both(wording.order)}: ${order}</p><div id="list">${book.rows.map((row, index) => student(book, row, index, packed[index] ?? ''))}</div></section>`;
}

function student(book: Gradebook, row: GradebookRow, index: number, packed: string): Markup {
  const { username, identifier, name, section } = row.student;
  const total = totalOf(book, row);
  const max = book.assignments.reduce((sum, each) => sum + each.max, 0);
  const results = Object.values(row.results);
  const absent = book.assignments.some(({ id }) => (row.results[id]?.outcome ?? 'missing') === 'missing');
  const state = [
    ...(total === max ? ['full'] : ['some']),
    ...(results.some(({ outcome }) => outcome === 'error') ? ['broken'] : []),
    ...(absent ? ['absent'] : []),
  ].join(' ');
  const called = [name, username, identifier, section].filter(Boolean).join(' · ');
  const scores = book.assignments.map(({ id, max }) => chip(id, row.results[id], max));
  return markup`<details class="student" id="s${index}" data-name="${called.toLowerCase()}" data-score="${total ?? -1}" data-state="${state}"><summary><span class="who">${called || '–'}</span><span class="chips">${scores}</span><strong class="number">${total === null ? both(wording.noScore) : `${total} / ${max}`}</strong></summary><div class="packed" data-gzip="${new Markup(packed)}"></div></details>`;
}

function chip(id: string, result: Result | undefined, max: number): Markup {
  const shown =
    result === undefined || result.outcome === 'missing' ? both(wording.notHandedIn) : (result.score ?? '!');
  const kind =
    result === undefined || result.outcome === 'missing'
      ? 'none'
      : result.score === null
        ? 'error'
        : result.score === max
          ? 'passed'
          : 'failed';
  return markup`<span class="chip ${kind}" title="${id}"><span class="unseen">${id} </span>${shown}${adjustedMark(result)}</span>`;
}

/**
 * A student's details, compressed until somebody unfolds them: two and a half thousand results would else make the page
 * large and slow. What is packed is HTML that is escaped already.
 */
function pack(results: readonly Result[], room: Room): string {
  const articles = results.map(
    (result) =>
      markup`<article><h3>${both(result.assignmentTitle)} <small>${result.assignment}</small></h3>${detail(result, room)}</article>`,
  );
  return gzipSync(markup`${articles}`.text, { level: 9 }).toString('base64');
}
