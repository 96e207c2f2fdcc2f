import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraderModule } from '../authoring/index.ts';
import { type Expectation, loadExpectation } from '../manifest/index.ts';
import type { Text } from '../text.ts';
import { foldersIn } from './case-names.ts';
import type { Fault } from './fault.ts';
import { messageFaults, promiseFaults } from './promises.ts';

/** A mutant as it is written, before anything is graded. */
export interface WrittenMutant extends Expectation {
  /** `mutants/wrong-tag`. */
  name: string;
}

/** All mutants of a grader, sorted by name. Throws GraderError for a bad expect.json. */
export async function writtenMutants(graderFolder: string): Promise<WrittenMutant[]> {
  const names = await foldersIn(graderFolder, 'mutants');
  return Promise.all(
    names.map(async (name) => ({ name, ...(await loadExpectation(join(graderFolder, name))) })),
  );
}

/** What variants are told to get as advice; most get none and say nothing. */
async function writtenAdvice(graderFolder: string): Promise<WrittenMutant[]> {
  const names = await foldersIn(graderFolder, 'variants');
  const telling = names.filter((name) => existsSync(join(graderFolder, name, 'expect.json')));
  return Promise.all(
    telling.map(async (name) => ({ name, ...(await loadExpectation(join(graderFolder, name))) })),
  );
}

/** What is wrong with a grader's messages and mutants as they are written: no engine is needed to see it. */
export async function paperFaults(
  { grader, templates }: GraderModule,
  graderFolder: string,
): Promise<Fault[]> {
  const mutants = await writtenMutants(graderFolder);
  const said = Object.entries(templates).flatMap(([id, template]) =>
    messageFaults(template).map((text) => ({ subject: id, text, next: mendMessage })),
  );
  const full = grader.checks.reduce((sum, { points }) => sum + points, 0);
  const variants = (await writtenAdvice(graderFolder)).map((variant) => ({ ...variant, score: full }));
  const promised = [...mutants, ...variants].flatMap((written) =>
    promiseFaults(written, grader, Object.keys(templates)).map((text) => ({
      subject: written.name,
      text,
      next: mendExpectation,
    })),
  );
  const alike = await Promise.all(mutants.map(({ name }) => likeSolution(graderFolder, name)));
  return [...said, ...promised, ...alike.flat(), ...toldTwice(mutants)];
}

const mendMessage: Text = {
  ko: '채점기의 메시지를 고치세요. 찾은 값, 기대한 값, 다음에 입력할 명령을 두 언어로 말해야 합니다.',
  en: 'Mend the grader’s message: it tells what was found, what was expected, and what to type next, in both languages.',
};
const mendExpectation: Text = {
  ko: '그 폴더의 `expect.json` 파일을 고치세요.',
  en: 'Mend the `expect.json` in its folder.',
};

async function likeSolution(graderFolder: string, mutant: string): Promise<Fault[]> {
  const entries = await readdir(join(graderFolder, mutant), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'expect.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(join(graderFolder, mutant).length + 1));
  const fault = (text: Text): Fault => ({
    subject: mutant,
    text,
    next: {
      ko: '변이의 폴더에는 모범 답안과 다른 파일만 두세요.',
      en: 'Keep only the files that differ from the solution in its folder.',
    },
  });
  if (files.length === 0)
    return [fault({ ko: '바꾼 파일이 하나도 없습니다', en: 'it changes no file of the solution' })];
  const same = await Promise.all(
    files.map(async (file) => {
      const solution = await readFile(join(graderFolder, 'solution', file)).catch(() => undefined);
      return solution?.equals(await readFile(join(graderFolder, mutant, file))) ? [file] : [];
    }),
  );
  return same
    .flat()
    .map((file) =>
      fault({ ko: `\`${file}\` 파일이 모범 답안과 같습니다`, en: `its ${file} is the solution’s` }),
    );
}

function toldTwice(mutants: readonly WrittenMutant[]): Fault[] {
  return mutants.flatMap(({ name, why }, index) => {
    const first = mutants.findIndex((other) => other.why === why);
    const earlier = mutants[first]?.name;
    if (first === index || earlier === undefined) return [];
    return [
      {
        subject: name,
        text: {
          ko: `\`${earlier}\` 변이와 같은 실수를 적었습니다`,
          en: `it tells the same mistake as ${earlier}`,
        },
        next: {
          ko: '`expect.json` 파일의 `why` 항목에 무엇이 다른지 적으세요.',
          en: 'Say in its `why` what is different about it.',
        },
      },
    ];
  });
}
