import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grader } from '../authoring/index.ts';
import type { Assignment } from '../manifest/index.ts';
import { locales, type Text } from '../text.ts';
import { foldersIn } from './case-names.ts';
import type { Fault } from './fault.ts';

/** How much an assignment must have before students see it: fewer checks are unkind, fewer mutants prove little. */
export const authorRules = {
  points: 100,
  checks: 8,
  /** One check is worth this much at most: a slip costs little. */
  checkPoints: 20,
  variants: 5,
  mutants: 15,
  headings: 5,
} as const;

/** Stands in a scaffolded statement where its author has to write. */
const unwritten = /<!-- write: (.+?) -->/g;

/** What an assignment still lacks by the author rules: what only a person can write, so no scaffold can have it. */
export async function ruleFaults(
  assignment: Assignment,
  grader: Grader,
  graderFolder: string,
): Promise<Fault[]> {
  const [variants, mutants] = await Promise.all([
    foldersIn(graderFolder, 'variants'),
    foldersIn(graderFolder, 'mutants'),
  ]);
  const { id } = assignment;
  const scored = grader.checks.filter(({ points }) => points > 0);
  const heavy = grader.checks.filter(({ points }) => points > authorRules.checkPoints);
  return [
    ...(assignment.points === authorRules.points ? [] : [fault(id, 'points', assignment.points)]),
    ...(scored.length < authorRules.checks ? [fault(id, 'checks', scored.length)] : []),
    ...heavy.map((check) => ({ ...fault(id, 'checkPoints', check.points), subject: check.id })),
    ...(variants.length < authorRules.variants ? [fault(id, 'variants', variants.length)] : []),
    ...(mutants.length < authorRules.mutants ? [fault(id, 'mutants', mutants.length)] : []),
    ...(assignment.title.ko === assignment.title.en ? [untranslated(assignment)] : []),
    ...(await statementFaults(assignment)),
  ];
}

function fault(subject: string, rule: Exclude<keyof typeof authorRules, 'headings'>, found: number): Fault {
  const wanted = authorRules[rule];
  const next = {
    points: {
      ko: '`assignment.json` 파일의 `points` 항목을 고치세요.',
      en: 'Mend `points` in `assignment.json`.',
    },
    checks: {
      ko: '검사를 더 잘게 나누거나 더하세요. 먼저 그 검사가 잡을 변이를 만드세요.',
      en: 'Split checks, or add some: first the mutant, then the check.',
    },
    checkPoints: { ko: '검사를 둘로 나누세요.', en: 'Split it in two.' },
    variants: {
      ko: '정말로 다른 올바른 방법을 `variants/` 폴더에 더하세요: sudo, CRLF, 긴 옵션, 다른 순서.',
      en: 'Add ways that are correct and really different to `variants/`: sudo, CRLF, long options, another order.',
    },
    mutants: {
      ko: '학생이 할 만한 실수와 흉내만 낸 답을 `mutants/` 폴더에 더하세요.',
      en: 'Add mistakes that students make, and fakes, to `mutants/`.',
    },
  } satisfies Record<typeof rule, Text>;
  const text = {
    points: {
      ko: `만점이 ${found}점입니다(${wanted}점이어야 합니다)`,
      en: `${found} points in all; ${wanted} are asked`,
    },
    checks: {
      ko: `검사가 ${found}개입니다(${wanted}개 이상)`,
      en: `${found} checks; at least ${wanted} are asked`,
    },
    checkPoints: {
      ko: `검사 하나가 ${found}점입니다(${wanted}점 이하)`,
      en: `${found} points for one check; at most ${wanted} are asked`,
    },
    variants: {
      ko: `변형이 ${found}개입니다(${wanted}개 이상)`,
      en: `${found} variants; at least ${wanted} are asked`,
    },
    mutants: {
      ko: `변이가 ${found}개입니다(${wanted}개 이상)`,
      en: `${found} mutants; at least ${wanted} are asked`,
    },
  } satisfies Record<typeof rule, Text>;
  return { subject, text: text[rule], next: next[rule] };
}

function untranslated({ id, title }: Assignment): Fault {
  return {
    subject: id,
    text: {
      ko: `제목이 두 언어에서 같습니다: ${title.ko}`,
      en: `its title is the same in both languages: ${title.en}`,
    },
    next: {
      ko: '`assignment.json` 파일의 `title` 항목에 한국어 제목을 쓰세요.',
      en: 'Write a Korean title into `title` in `assignment.json`.',
    },
  };
}

async function statementFaults({ folder }: Assignment): Promise<Fault[]> {
  const read = (locale: string) =>
    readFile(join(folder, `statement.${locale}.md`), 'utf8').catch(() => undefined);
  const statements = await Promise.all(locales.map(async (locale) => ({ locale, text: await read(locale) })));
  const faults: Fault[] = [];
  for (const { locale, text = '' } of statements) {
    const subject = `statement.${locale}.md`;
    const next = { ko: `\`${subject}\` 파일을 쓰세요.`, en: `Write \`${subject}\`.` };
    for (const [, what = ''] of text.matchAll(unwritten))
      faults.push({
        subject,
        text: { ko: `아직 쓰지 않았습니다: ${what}`, en: `not written yet: ${what}` },
        next,
      });
    const { length } = headingsOf(text);
    if (length < authorRules.headings)
      faults.push({
        subject,
        text: {
          ko: `제목이 ${length}개입니다(${authorRules.headings}개 이상)`,
          en: `${length} headings; at least ${authorRules.headings} are asked`,
        },
        next,
      });
  }
  const [ko, en] = statements.map(({ text = '' }) => headingsOf(text).join(' '));
  if (ko !== en)
    faults.push({
      subject: 'statement.*.md',
      text: {
        ko: `제목의 짜임이 다릅니다(한국어: ${ko}, 영어: ${en})`,
        en: `their headings differ (Korean: ${ko}, English: ${en})`,
      },
      next: {
        ko: '두 문서에 같은 제목을 같은 차례로 쓰세요.',
        en: 'Give both the same headings in the same order.',
      },
    });
  return faults;
}

/** The levels of a document's headings, in order: `#`, `##`… A comment in a code block is none. */
function headingsOf(markdown: string): string[] {
  const text = markdown.replace(/^```.*?^```/gms, '');
  return [...text.matchAll(/^(#{1,6}) /gm)].map(([, level = '']) => level);
}
