import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { optionTexts } from '../program-texts.ts';
import { diffTexts } from './diff-texts.ts';
import { regradeTexts } from './regrade-texts.ts';

/** Adds `drydock regrade` to the program. */
export function addRegradeCommand(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  program
    .command('regrade')
    .description(say(regradeTexts.regrade))
    .requiredOption('--against <results>', say(regradeTexts.against))
    .option('--submissions <dir>', say(regradeTexts.submissions))
    .option('-o, --output <folder>', say(regradeTexts.output))
    .addOption(new Option('-a, --assignment <slug>', say(regradeTexts.assignment)).argParser(listed))
    .addOption(new Option('-s, --student <name>', say(regradeTexts.student)).argParser(listed))
    .addOption(new Option('--sample <count>', say(regradeTexts.sample)).argParser(count(100_000)))
    .addOption(new Option('--concurrency <count>', say(regradeTexts.concurrency)).argParser(count(64)))
    .option('--fail-on-change', say(diffTexts.failOnChange))
    .option('--no-prepare', say(optionTexts.noPrepare))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .option('--runtime <name>', say(optionTexts.runtime))
    .action(async (_own: unknown, command: Command) => {
      const { regrade } = await import('./regrade.ts');
      finish(await regrade(context, command.optsWithGlobals()));
    });
}

function listed(typed: string, before: string[] | undefined): string[] {
  return [...(before ?? []), typed];
}

function count(most: number): (typed: string) => number {
  return (typed) => {
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || value < 1 || value > most) throw new InvalidArgumentError(`1…${most}`);
    return value;
  };
}
