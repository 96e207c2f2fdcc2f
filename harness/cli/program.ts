import { Command, InvalidArgumentError, Option } from 'commander';
import type { Locale, Text } from '../text.ts';
import { addAuthorCommands } from './author-commands.ts';
import type { CommandContext } from './command-context.ts';
import { addDiffCommand, addRegradeCommand } from './diff/index.ts';
import type { ExitCode } from './exit-code.ts';
import { addGradeCommand } from './grade/index.ts';
import { atMostTimes } from './option-values.ts';
import { helpTitles, optionTexts, programTexts } from './program-texts.ts';
import { addReportCommand } from './report/index.ts';
import { addWorkerCommand } from './worker/index.ts';

/** Called with the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;

/**
 * The command line as commander reads it, with help in the reader's language. It throws CommanderError instead of
 * exiting. Each command's code is loaded only when it runs: help and usage errors stay fast.
 */
export function buildProgram(
  context: CommandContext,
  { lang, version, finish }: { lang: Locale; version: string; finish: Finish },
): Command {
  const say = (text: Text) => text[lang];
  const program = new Command('drydock');
  program
    .description(say(programTexts.drydock))
    .version(version, '-V, --version', say(optionTexts.version))
    .helpOption('-h, --help', say(optionTexts.help))
    .helpCommand('help [command]', say(programTexts.help))
    .configureHelp({
      showGlobalOptions: true,
      // Commander would add "(default: …)" and "(choices: …)" in English.
      optionDescription: ({ description }) => description,
      helpWidth: Math.min(context.out.columns, 100),
      styleTitle: (title) => helpTitles[title]?.[lang] ?? title,
    })
    .configureOutput({
      writeOut: (text) => context.out.draw(text),
      writeErr: (text) => context.err.draw(text),
      outputError: () => {},
    })
    .exitOverride()
    .addOption(new Option('--lang <ko|en>', say(optionTexts.lang)).choices(['ko', 'en']).default(lang))
    .addOption(new Option('--course <dir>', say(optionTexts.course)))
    .addOption(new Option('--json', say(optionTexts.json)))
    .addOption(new Option('-q, --quiet', say(optionTexts.quiet)))
    .addOption(new Option('--color', say(optionTexts.color)))
    .addOption(new Option('--no-color', say(optionTexts.noColor)));

  program
    .command('check [assignment...]')
    .description(say(programTexts.check))
    .option('-d, --dir <dir>', say(optionTexts.dir), '.')
    .option('-s, --student <name>', say(optionTexts.student))
    .option('--junit <file>', say(optionTexts.junit))
    .addOption(new Option('--fail-under <percent>', say(optionTexts.failUnder)).argParser(percent))
    .addOption(new Option('--patience <factor>', say(optionTexts.patience)).argParser(atMostTimes(100)))
    .option('--no-prepare', say(optionTexts.noPrepare))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .option('--runtime <name>', say(optionTexts.runtime))
    .action(async (slugs: string[], _own: unknown, command: Command) => {
      const { check } = await import('./check.ts');
      finish(await check(context, slugs, command.optsWithGlobals()));
    });

  program
    .command('list')
    .description(say(programTexts.list))
    .action(async (_own: unknown, command: Command) => {
      const { list } = await import('./list.ts');
      finish(await list(context, command.optsWithGlobals()));
    });

  program
    .command('prepare')
    .description(say(programTexts.prepare))
    .option('--force', say(optionTexts.force))
    .option('--save <folder>', say(optionTexts.save))
    .option('--load <folder>', say(optionTexts.load))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .action(async (_own: unknown, command: Command) => {
      const { prepare } = await import('./prepare.ts');
      finish(await prepare(context, command.optsWithGlobals()));
    });

  program
    .command('doctor')
    .description(say(programTexts.doctor))
    .action(async (_own: unknown, command: Command) => {
      const { doctor } = await import('./doctor.ts');
      finish(await doctor(context, command.optsWithGlobals()));
    });

  addGradeCommand(program, context, { say, finish });
  addReportCommand(program, context, { say, finish });
  addDiffCommand(program, context, { say, finish });
  addRegradeCommand(program, context, { say, finish });
  addWorkerCommand(program, context, { say, finish });
  addAuthorCommands(program, context, { say, finish });
  return program.addHelpText('after', `\n${say(programTexts.epilogue)}`);
}

function percent(typed: string): number {
  const value = Number(typed);
  if (typed.trim() === '' || !(value >= 0 && value <= 100)) throw new InvalidArgumentError('0…100');
  return value;
}
