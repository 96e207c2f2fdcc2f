import { CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type Locale, localeOf } from '../text.ts';
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts';
import { Interruption } from './interruption.ts';
import { Output } from './output.ts';
import { buildProgram } from './program.ts';
import { troubleReport } from './trouble-report.ts';
import { usageTrouble } from './usage-trouble.ts';

/**
 * The whole life of the process: reads the command line, runs the command, turns whatever comes of it into an exit
 * code, and ends the process itself, because Docker libraries keep idle connections open.
 */
export async function runProcess(process: NodeJS.Process): Promise<never> {
  const { argv, env, stdin: _, stdout, stderr } = process;
  const lang = wantedLocale(argv.slice(2), env);
  const colorFlag = argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined;
  const out = new Output(stdout, env, colorFlag);
  const err = new Output(stderr, env, colorFlag);
  const interruption = new Interruption(process, {
    stop: (said) => err.draw(`\n${said[lang]}\n`),
    leave: (code, said) => {
      err.draw(`${err.animated ? '\x1b[?25h' : ''}${said[lang]}\n`);
      process.exit(code);
    },
  });

  let code: ExitCode = exitCode.usage;
  try {
    const context = { out, err, env, cwd: process.cwd(), signal: interruption.signal };
    const finish = (finished: ExitCode) => {
      code = finished;
    };
    await buildProgram(context, { lang, version: packageJson.version, finish }).parseAsync(argv);
  } catch (thrown) {
    code = await report(thrown, { err, lang });
  }
  await Promise.all([out.write(''), err.write('')]).catch(() => undefined);
  return process.exit(interruption.code ?? code);
}

async function report(thrown: unknown, { err, lang }: { err: Output; lang: Locale }): Promise<ExitCode> {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCode.graded;
  if (thrown instanceof CommanderError && thrown.code === 'commander.help') return exitCode.usage;
  const trouble = thrown instanceof CommanderError ? usageTrouble(thrown) : thrown;
  await err.write(troubleReport(trouble, { locale: lang, color: err.color })).catch(() => undefined);
  return exitCodeOf(trouble);
}

/** `--lang` is looked for before anything else is understood, so that errors and help speak it, too. */
export function wantedLocale(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (at >= 0 && (asked === 'ko' || asked === 'en')) return asked;
  // The order in which POSIX looks for the language of messages; empty means unset.
  return localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}
