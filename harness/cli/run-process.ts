import { CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type Locale, localeOf } from '../text.ts';
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts';
import { Interruption } from './interruption.ts';
import { type Environment, Output } from './output.ts';
import { buildProgram } from './program.ts';
import { showCursor } from './progress.ts';
import { troubleReport } from './trouble-report.ts';
import { usageTrouble } from './usage-trouble.ts';

/**
 * The whole life of the process: reads the command line, runs the command, turns whatever comes of it into an exit
 * code, and ends the process itself, because Docker libraries keep idle connections open.
 */
export async function runProcess(process: NodeJS.Process): Promise<never> {
  const { argv, env } = process;
  const lang = wantedLocale(argv.slice(2), env);
  const colorFlag = argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined;
  const out = new Output(process.stdout, env, colorFlag);
  const err = new Output(process.stderr, env, colorFlag);
  const restored = err.animated ? showCursor : '';
  const interruption = new Interruption(process, {
    stop: (said) => err.draw(`\n${said[lang]}\n`),
    leave: (code, said) => {
      err.draw(`${restored}${said[lang]}\n`);
      process.exit(code);
    },
  });
  // Node's own answer to these is exit code 1, which means "below --fail-under".
  process.on('uncaughtException', (thrown) => {
    err.draw(restored + troubleReport(thrown, { locale: lang, color: err.color }));
    process.exit(interruption.code ?? exitCode.machine);
  });

  let code: ExitCode = exitCode.usage;
  try {
    const context = { out, err, env, cwd: process.cwd(), signal: interruption.signal };
    const finish = (finished: ExitCode) => {
      code = finished;
    };
    await buildProgram(context, { lang, version: packageJson.version, finish }).parseAsync(argv);
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    code = trouble === undefined ? exitCodeOfHelp(thrown) : exitCodeOf(trouble);
    if (trouble !== undefined && !interruption.explains(trouble))
      await err.write(troubleReport(trouble, { locale: lang, color: err.color })).catch(() => undefined);
  }
  await Promise.all([out.write(''), err.write('')]).catch(() => undefined);
  return process.exit(interruption.code ?? code);
}

/** What there is to tell; undefined when commander only ended early because it had printed help or the version. */
function troubleOf(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  return thrown.exitCode === 0 || thrown.code === 'commander.help' ? undefined : usageTrouble(thrown);
}

/** Help that was asked for is a success; help in place of a command that is missing is not. */
function exitCodeOfHelp(thrown: unknown): ExitCode {
  return thrown instanceof CommanderError && thrown.exitCode === 0 ? exitCode.graded : exitCode.usage;
}

/** `--lang` is looked for before anything else is understood, so that errors and help speak it, too. */
export function wantedLocale(args: readonly string[], env: Environment): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (at >= 0 && (asked === 'ko' || asked === 'en')) return asked;
  // The order in which POSIX looks for the language of messages; empty means unset.
  return localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}
