import { type CheckResult, isAdvice, type Result } from '../../harness/result.ts';
import { toldAdjustments } from '../adjustments/index.ts';
import { blamedCommand, rootCauses } from '../cases/index.ts';
import { plainLine } from '../plain-text.ts';
import { both, type Markup, markup } from './markup.ts';
import type { Room } from './room.ts';
import { timeline } from './timeline.ts';
import { wording } from './wording.ts';

/** Advice that says something is neither a pass nor a loss. */
const adviceSign = 'i';
const signs = { passed: '✓', failed: '✗', blocked: '–', error: '!' } as const;

/** All there is to see of one result: checks with feedback, commands with output, the timeline, what it was graded by. */
export function detail(result: Result, room: Room): Markup {
  const { checks, evidence, reason } = result;
  const changed = evidence.remarks.filter(({ code }) => code === 'protected-file');
  return markup`${remarks(changed, 'errors')}${reason ? markup`<p class="reason">${both(reason.message)}</p>` : undefined}${adjustments(result)}<ul class="checks">${checks.map((check) => row(result, check))}</ul>
${evidence.commands.length > 0 ? markup`<h4>${both(wording.commands)}</h4>${transcript(result, room)}${timeline(evidence, room)}` : undefined}
${remarks(
  evidence.remarks.filter(({ code }) => code === undefined),
  'remarks',
)}
<dl class="facts">${facts(result)}</dl>`;
}

function remarks(all: Result['evidence']['remarks'], kind: string): Markup | undefined {
  if (all.length === 0) return undefined;
  return markup`<ul class="${kind}">${all.slice(0, 50).map(({ text }) => markup`<li>${both(text)}</li>`)}</ul>`;
}

/** What made the score another than the checks add up to. */
function adjustments(result: Result): Markup | undefined {
  const told = toldAdjustments(result);
  if (told.length === 0) return undefined;
  const items = told.map(
    ({ title, change, reason }) =>
      markup`<li><strong>± ${both(title)} ${change}</strong><p>${both(reason)}</p></li>`,
  );
  return markup`<h4>${both(wording.adjustments)}</h4><ul class="adjustments">${items}</ul>`;
}

function row(result: Result, check: CheckResult): Markup {
  const worth = isAdvice(check) ? both(wording.advice) : markup`${check.points ?? '–'} / ${check.max}`;
  const roots = check.status === 'blocked' ? rootCauses(result, check) : [];
  const told =
    roots.length > 0
      ? markup`<p class="fine">${both(wording.fixFirst)} ${roots.map(({ title }, index) => markup`${index > 0 ? ', ' : ''}${both(title)}`)}</p>`
      : check.message
        ? markup`<p>${both(check.message)}</p>`
        : undefined;
  const advises = isAdvice(check) && check.status !== 'passed';
  return markup`<li class="${advises ? 'advice' : check.status}"><span class="sign">${advises ? adviceSign : signs[check.status]}</span><div><strong>${both(check.title)}</strong>${told}${blame(result, check)}</div><span class="number">${worth}</span></li>`;
}

function blame(result: Result, check: CheckResult): Markup | undefined {
  if (check.line === null) return undefined;
  const command = blamedCommand(result, check);
  const typed = command && markup`: <code>${plainLine(command.text, 160)}</code>`;
  return markup`<p class="fine">${both(wording.line(check.line))}${typed}</p>`;
}

function transcript({ evidence }: Result, room: Room): Markup {
  const shown: Markup[] = [];
  let left = room.transcript;
  for (const { line, text, output, exitCode } of evidence.commands) {
    if (left <= 0) {
      shown.push(both(wording.cut));
      break;
    }
    const kept = output.slice(0, Math.min(left, room.output)).toWellFormed();
    left -= text.length + kept.length;
    const code =
      exitCode === 0 ? undefined : markup` <small class="failed">${both(wording.exitCode(exitCode))}</small>`;
    shown.push(
      markup`<span class="command"><small>${line}</small> $ ${text.slice(0, 1000)}${code}</span>\n${kept}${kept.length < output.length ? both(wording.cut) : undefined}\n`,
    );
  }
  return markup`<pre tabindex="0">${shown}</pre>`;
}

function facts({ submissionHash, graderVersion, engineVersion, images, standIns }: Result): Markup[] {
  const used = Object.entries(images).map(([reference, id]) => `${reference}@${id.slice(0, 19)}`);
  const all = [
    [wording.hash, submissionHash?.slice(0, 19) ?? '–'],
    [wording.graderVersion, graderVersion],
    [wording.engine, engineVersion ?? '–'],
    [wording.images, used.join(' ') || '–'],
    [wording.standIns, standIns.join(' ') || '–'],
  ] as const;
  return all.map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`);
}
