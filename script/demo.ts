/**
 * Grades a sample class with one command, shows where its reports lie, and grades it once more: nothing has changed.
 * DRYDOCK_DEMO_STUDENTS says how many students there are, 40 for the whole class.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { access, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { discoverAssignments } from '../harness/manifest/index.ts';
import {
  fewestStudents,
  mostStudents,
  surprisesIn,
  type WrittenClass,
  writeClass,
} from '../harness/sample-class/index.ts';
import { StoredResults } from '../harness/store/index.ts';
import { localeOf, type Text } from '../harness/text.ts';

const { env, stdout, stderr } = process;
const locale = localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
const root = join(import.meta.dirname, '..');
const place = join(root, '.drydock/demo');
const results = join(place, 'results');
/** As many as are graded in two or three minutes on two cores, with every kind of submission among them. */
const usualStudents = 6;
/** A path as a person would type it from here. */
const shown = (path: string) => {
  const typed = relative(process.cwd(), path) || '.';
  return /^[\p{L}\p{N}/._-]+$/u.test(typed) ? typed : `'${typed.replaceAll("'", "'\\''")}'`;
};
const typed = (...args: string[]) => [shown(join(root, 'script/drydock')), ...args].join(' ');

// Ctrl-C reaches the command that grades, too: it clears away its engines, and only then we end.
process.on('SIGINT', () => undefined);
let grading: ChildProcess | undefined;
// These come to us alone.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => grading?.kill(signal));
process.exitCode = await demo();

/** The exit codes are the command line's: 0 graded, 3 the machine failed, 130 or 143 interrupted. */
async function demo(): Promise<number> {
  const students = studentsAsked();
  if (students === undefined) return 2;
  await rm(place, { recursive: true, force: true });
  const assignments = await discoverAssignments(join(root, 'assignments'));
  const sample = await writeClass({
    ...{ assignments, students, graders: join(root, 'graders') },
    target: join(place, 'class'),
  });
  const grade = ['grade', sample.submissions, '--roster', sample.roster, '--out', results];
  const command = typed(
    'grade',
    ...grade.slice(1).map((word) => (word.startsWith('/') ? shown(word) : word)),
  );
  say({
    ko: `학생 ${students}명의 제출물 ${sample.expected.submissions.length}개를 채점합니다. 정답, 다른 방법으로 쓴 정답, 실수 하나씩, 깨진 파일, 공격이 섞여 있습니다.\n$ ${command}`,
    en: `Grading ${sample.expected.submissions.length} submissions of ${students} students: solutions, other ways to do it, a mistake each, broken files and attacks.\n$ ${command}`,
  });
  const graded = await drydock(grade);
  if (graded !== 0) return graded;
  const code = await compare(sample);
  if (code !== 0) return code;
  say({
    ko: `\n같은 명령을 다시 입력하면 바뀐 제출물만 채점합니다.\n$ ${command}`,
    en: `\nThe same command again grades what has changed, and nothing else.\n$ ${command}`,
  });
  const again = await drydock(grade);
  if (again === 0) await showWhatIsNext(sample);
  return again;
}

function studentsAsked(): number | undefined {
  const asked = env.DRYDOCK_DEMO_STUDENTS;
  const students = asked ? Number(asked) : usualStudents;
  if (Number.isInteger(students) && students >= fewestStudents && students <= mostStudents) return students;
  say({
    ko: `DRYDOCK_DEMO_STUDENTS 값은 ${fewestStudents}부터 ${mostStudents}까지입니다(지금: ${asked}).`,
    en: `DRYDOCK_DEMO_STUDENTS is a number from ${fewestStudents} to ${mostStudents}, found ${asked}.`,
  });
  return undefined;
}

/** What every submission must get is known: a demonstration of wrong grades would be none. */
async function compare({ expected }: WrittenClass): Promise<number> {
  const surprises = surprisesIn(expected, await Array.fromAsync(new StoredResults(results).all()));
  if (surprises.length === 0) {
    say({
      ko: `\n${expected.submissions.length}개 모두 미리 정해 둔 판정 그대로입니다.`,
      en: `\nAll ${expected.submissions.length} verdicts are what their authors said beforehand.`,
    });
    return 0;
  }
  say({
    ko: `\n예상과 다른 판정이 있습니다.\n${surprises.join('\n')}`,
    en: `\nNot as expected:\n${surprises.join('\n')}`,
  });
  return 1;
}

async function showWhatIsNext({ submissions }: WrittenClass): Promise<void> {
  const page = join(results, 'report.html');
  // Said only of a page that is there.
  await access(page);
  const check = typed('check', '--dir', shown(join(submissions, 'kang-seoyeon')));
  say({
    ko: `\n학급 전체를 보려면 브라우저로 여세요: ${shown(page)}\n학생이라면 이어서 입력할 명령: ${check}`,
    en: `\nTo see the class, open this in a browser: ${shown(page)}\nWhat a student would type next: ${check}`,
  });
}

/** Runs the command line in this terminal. */
async function drydock(args: string[]): Promise<number> {
  const main = join(root, 'harness/cli/main.ts');
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  grading = child;
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => resolve(ended ?? 3));
  });
  if (code !== 0) {
    stderr.write(
      {
        ko: `\`drydock ${args[0]}\` 명령이 ${code}로 끝나 시연을 멈췄습니다. \`script/drydock doctor\` 로 확인하세요.\n`,
        en: `\`drydock ${args[0]}\` ended with ${code}, so the demonstration stops. See \`script/drydock doctor\`.\n`,
      }[locale],
    );
  }
  return code;
}

function say(words: Text): void {
  stdout.write(`${words[locale]}\n`);
}
