/** Grades the sample class with the same command that a student types, and shows where everything lies. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Result } from '../harness/result.ts';
import { localeOf, type Text } from '../harness/text.ts';
import { terminalSummary } from '../reports/index.ts';
import { layOutClass, type Student } from './demo-class.ts';

const { env, stdout, stderr } = process;
const locale = localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
const root = join(import.meta.dirname, '..');
const command = join(root, 'harness/cli/main.ts');
/** A path as a person would type it from here. */
const shown = (path: string) => {
  const typed = relative(process.cwd(), path) || '.';
  return /^[\p{L}\p{N}/._-]+$/u.test(typed) ? typed : `'${typed.replaceAll("'", "'\\''")}'`;
};
const say = (words: Text) => stderr.write(`${words[locale]}\n`);

// Ctrl-C reaches the command that grades, too: it clears away its engine, and only then we end.
process.on('SIGINT', () => undefined);

const place = join(root, '.drydock/demo');
const reports = join(place, 'junit');
await rm(place, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
const students = await layOutClass(join(root, 'graders'), join(place, 'class'));

process.exitCode = await demo();

/** The exit codes are the command line's: 0 graded, 3 the machine failed, 130 interrupted. */
async function demo(): Promise<number> {
  const prepared = await drydock(['prepare']);
  if (prepared.code !== 0) return prepared.code;
  const results: Result[] = [];
  const began = performance.now();
  for (const [index, student] of students.entries()) {
    stderr.write(`[${index + 1}/${students.length}] ${student.name}…\n`);
    const { code, out } = await drydock(['check', '--quiet', '--json', ...submissionOf(student)]);
    if (code !== 0) return code;
    results.push(...(JSON.parse(out) as Result[]));
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const columns = stdout.columns ?? 80;
  const colour = stdout.isTTY === true && stdout.hasColors(env);
  stdout.write(`\n${terminalSummary(results, { locale, columns, colour })}\n`);
  await showWhatIsNext(results, seconds);
  return 0;
}

function submissionOf({ name, folder }: Student): string[] {
  return ['--student', name, '--dir', folder, '--junit', junitOf(name)];
}

function junitOf(name: string): string {
  return join(reports, `${name}.xml`);
}

async function showWhatIsNext(results: readonly Result[], seconds: string): Promise<void> {
  // Said only of reports that are there.
  for (const { student } of results) await readFile(junitOf(student));
  const unfinished = results.find(({ score, max }) => score !== max) ?? results[0];
  const folder = students.find(({ name }) => name === unfinished?.student)?.folder ?? place;
  const next = `${shown(join(root, 'script/drydock'))} check --dir ${shown(folder)}`;
  const words: Text = {
    ko: `제출물 ${results.length}개를 ${seconds}초에 채점했습니다. 제출물마다 새 도커 엔진을 썼습니다.
JUnit XML: ${shown(reports)}
학생이라면 이어서 입력할 명령: ${next}`,
    en: `${results.length} submissions graded in ${seconds} s, each in a Docker engine of its own.
JUnit XML: ${shown(reports)}
What a student would type next: ${next}`,
  };
  stdout.write(`${words[locale]}\n`);
}

/** Runs the command line; what it prints is kept, and what it tells while it works is shown. */
async function drydock(args: string[]): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 3));
  });
  const [out, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) {
    say({
      ko: `\`drydock ${args[0]}\` 명령이 ${code}로 끝나 시연을 멈췄습니다. \`script/drydock doctor\` 로 확인하세요.`,
      en: `\`drydock ${args[0]}\` ended with ${code}, so the demonstration stops. See \`script/drydock doctor\`.`,
    });
  }
  return { code, out };
}
