import type { Result } from '../result.ts';
import type { Text } from '../text.ts';
import type { Lateness } from './late.ts';
import type { LatePolicy } from './policy.ts';

/** Why a late submission lost points. */
export function lateReason({ minutes, days, percent }: Lateness, late: LatePolicy): Text {
  const by = { ko: span(minutes, '일', '시간', '분'), en: span(minutes, ' d', ' h', ' min') };
  if (late.kind === 'cutOff')
    return {
      ko: `마감보다 ${by.ko} 늦게 제출했습니다. 인정하는 시간(마감 뒤 ${late.afterMinutes}분)이 지나 점수를 주지 않습니다.`,
      en: `Handed in ${by.en} after the due date: later than the ${late.afterMinutes} minutes that are accepted, so it gets no points.`,
    };
  return {
    ko: `마감보다 ${by.ko} 늦게 제출했습니다(지각 ${days}일째). 얻은 점수의 ${percent}%를 뺐습니다.`,
    en: `Handed in ${by.en} after the due date (day ${days}): ${percent}% of the points won are taken off.`,
  };
}

/** Why another attempt than the latest counts. */
export function attemptReason(counting: Result, latest: Result): Text {
  const [one, other] = [timeOf(counting), timeOf(latest)];
  return {
    ko: `가장 좋은 시도의 점수를 씁니다: ${one.ko} 시도입니다(마지막은 ${other.ko} 시도).`,
    en: `The best attempt counts: the one ${one.en} (the latest is the one ${other.en}).`,
  };
}

function timeOf({ submittedAt, startedAt }: Result): Text {
  const time = (submittedAt ?? startedAt).replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
  return submittedAt
    ? { ko: `${time}에 제출한`, en: `handed in at ${time}` }
    : { ko: `${time}에 채점한`, en: `graded at ${time}` };
}

/** `1 d 3 h 5 min`, without the parts that are nought. */
function span(minutes: number, ...units: readonly [string, string, string]): string {
  const parts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return parts.flatMap((part, index) => (part === 0 ? [] : [`${part}${units[index]}`])).join(' ');
}
