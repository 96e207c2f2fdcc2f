import { styleText } from 'node:util';
import type { Locale, Text } from '../text.ts';
import { type Fault, triedGrid } from '../verify/index.ts';
import { caseReport } from './case-report.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { gridTable, killTable } from './grid-table.ts';
import { markTexts, type Verdict, verdictData } from './verdict.ts';

/** Writes what came of `drydock verify`: the matrix, or the one case that was asked for; data alone for `--json`. */
export async function writeVerdicts(
  { out }: CommandContext,
  verdicts: readonly Verdict[],
  { json, lang, ...options }: CommonOptions & { case?: string },
): Promise<void> {
  const whole = options.case !== undefined;
  if (json) {
    const data = verdicts.map((verdict) => verdictData(verdict, whole));
    return out.write(`${JSON.stringify(data, null, 2)}\n`);
  }
  const texts = verdicts.map((verdict) => {
    const body = whole ? caseReports(verdict, lang) : matrixOf(verdict, lang, out.columns);
    return `${body}\n\n${closing(verdict, lang, out.color)}\n`;
  });
  await out.write(texts.join('\n'));
}

function caseReports({ loaded, verified }: Verdict, lang: Locale): string {
  return verified.tried.map((tried) => caseReport(tried, loaded.grader, lang)).join('\n\n');
}

function matrixOf({ assignment, loaded, verified }: Verdict, lang: Locale, columns: number): string {
  const grid = triedGrid(loaded.grader, verified.tried);
  const wrong = new Set([
    ...verified.faults.map(({ subject }) => subject),
    ...verified.untried.map((one) => one.case.name),
  ]);
  const marks = markTexts.map(([mark, text]) => `${mark} ${text[lang]}`).join('  ');
  const title = `${assignment.id}: ${assignment.title[lang]}`;
  return [
    title,
    '',
    killTable(grid, lang),
    '',
    gridTable(grid, wrong, { locale: lang, columns }),
    '',
    marks,
  ].join('\n');
}

function closing({ verified, unwritten, wallMs }: Verdict, lang: Locale, color: boolean): string {
  const { tried, faults, untried } = verified;
  const paint = (style: 'red' | 'green' | 'yellow', text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const list = (listed: readonly Fault[]) =>
    listed.map(({ subject, text, next }) => `  ${subject}: ${text[lang]}\n    → ${next[lang]}`);
  const lost = untried.map(
    ({ case: { name }, result }) => `  ${name}: ${result.reason?.message[lang] ?? '-'}`,
  );
  const seconds = (wallMs / 1000).toFixed(1);
  const sum: Text = {
    ko: `경우 ${tried.length}개를 ${seconds}초에 채점했습니다. 약속과 다른 점: ${faults.length}개.`,
    en: `${tried.length} ${tried.length === 1 ? 'case' : 'cases'} in ${seconds} s, ${faults.length} not as promised.`,
  };
  return [
    ...(untried.length > 0 ? [paint('red', headings.untried[lang]), ...lost] : []),
    ...(faults.length > 0 ? [paint('red', headings.faults[lang]), ...list(faults)] : []),
    ...(unwritten.length > 0 ? [paint('yellow', headings.unwritten[lang]), ...list(unwritten)] : []),
    paint(faults.length + untried.length > 0 ? 'red' : 'green', sum[lang]),
  ].join('\n');
}

const headings = {
  untried: {
    ko: '기계의 문제로 채점하지 못한 경우(`drydock doctor` 로 확인하세요):',
    en: 'Not graded, because the machine failed (see `drydock doctor`):',
  },
  faults: { ko: '약속과 다른 점:', en: 'Not as promised:' },
  unwritten: {
    ko: '아직 사람이 써야 할 것(틀린 것은 아닙니다):',
    en: 'Still to be written by you (nothing of it is wrong):',
  },
} satisfies Record<string, Text>;
