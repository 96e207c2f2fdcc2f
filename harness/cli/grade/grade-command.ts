import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { atLeast, atMostTimes, pairs } from '../option-values.ts';
import { optionTexts } from '../program-texts.ts';
import type { GradeOptions } from './grade-options.ts';
import { gradeTexts } from './grade-texts.ts';

/** Adds `drydock grade` to the program. */
export function addGradeCommand(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  const each = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('grade [dir]')
    .description(say(gradeTexts.grade))
    .option('-o, --out <folder>', say(gradeTexts.out))
    .option('--roster <file>', say(gradeTexts.roster))
    .addOption(
      new Option('--roster-columns <pairs>', say(gradeTexts.rosterColumns))
        .argParser((typed) =>
          pairs(typed, { allowed: ['username', 'identifier', 'name', 'email', 'section'] }),
        )
        .default({}),
    )
    .option('--map <file>', say(gradeTexts.map))
    .option('--repositories <file>', say(gradeTexts.repositories))
    .option('--local-repositories', say(gradeTexts.localRepositories))
    .option('--course-file <file>', say(gradeTexts.courseFile))
    .option('--overrides <file>', say(gradeTexts.overrides))
    .option('-a, --assignment <slug>', say(gradeTexts.assignment), each, [])
    .option('-s, --student <name>', say(gradeTexts.student), each, [])
    .option('--force', say(gradeTexts.force))
    .addOption(new Option('--only-errors', say(gradeTexts.onlyErrors)).conflicts('force'))
    .addOption(new Option('--concurrency <count>', say(gradeTexts.concurrency)).argParser(atLeast(1, 256)))
    .addOption(
      new Option('--sentinel-every <count>', say(gradeTexts.sentinelEvery))
        .argParser(atLeast(0, 10_000))
        .default(50),
    )
    .option('--queue <url>', say(gradeTexts.queue))
    .addOption(new Option('--patience <factor>', say(optionTexts.patience)).argParser(atMostTimes(100)))
    .option('--no-prepare', say(optionTexts.noPrepare))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .option('--runtime <name>', say(optionTexts.runtime))
    .action(async (dir: string | undefined, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<GradeOptions>();
      if (dir === undefined && options.repositories === undefined)
        throw new InvalidArgumentError('dir | --repositories');
      const { grade } = await import('./grade.ts');
      finish(await grade(context, dir, options));
    });
}
