import { type Command, Option } from 'commander';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { diffTexts } from './diff-texts.ts';

/** The names that `--format` takes; spelled here so that help need not load every writer. */
const names = ['terminal', 'csv', 'html', 'json', 'markdown'];

/** Adds `drydock diff` to the program. */
export function addDiffCommand(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  program
    .command('diff <results-before> <results-after>')
    .description(say(diffTexts.diff))
    .addOption(
      new Option('-f, --format <format>', `${say(diffTexts.format)}: ${names.join(', ')}`)
        .choices(names)
        .default('terminal'),
    )
    .option('-o, --output <file>', say(diffTexts.output))
    .option('--fail-on-change', say(diffTexts.failOnChange))
    .option('--bom', say(diffTexts.bom))
    .action(async (before: string, after: string, _own: unknown, command: Command) => {
      const { diff } = await import('./diff.ts');
      finish(await diff(context, [before, after], command.optsWithGlobals()));
    });
}
