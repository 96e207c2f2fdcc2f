import { type Command, Option } from 'commander';
import type { Text } from '../text.ts';
import { authorTexts } from './author-texts.ts';
import type { CommandContext } from './command-context.ts';
import type { ExitCode } from './exit-code.ts';
import { atLeast } from './option-values.ts';
import { optionTexts } from './program-texts.ts';

/** Adds the commands of those who write assignments to the program. */
export function addAuthorCommands(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  program
    .command('new <assignment>')
    .description(say(authorTexts.new))
    .option('--title <text>', say(authorTexts.title))
    .option('--title-ko <text>', say(authorTexts.titleKo))
    .option('--image <reference>', say(authorTexts.image), 'node:20-alpine3.17')
    .action(async (slug: string, _own: unknown, command: Command) => {
      const { newAssignment } = await import('./new.ts');
      finish(await newAssignment(context, slug, command.optsWithGlobals()));
    });

  program
    .command('verify [assignment...]')
    .description(say(authorTexts.verify))
    .option('-a, --all', say(authorTexts.all))
    .option('-c, --case <name>', say(authorTexts.case))
    .option('--record', say(authorTexts.record))
    .addOption(new Option('--concurrency <count>', say(authorTexts.concurrency)).argParser(atLeast(1, 64)))
    .option('--no-prepare', say(optionTexts.noPrepare))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .option('--runtime <name>', say(optionTexts.runtime))
    .action(async (slugs: string[], _own: unknown, command: Command) => {
      const { verify } = await import('./verify.ts');
      finish(await verify(context, slugs, command.optsWithGlobals()));
    });
}
