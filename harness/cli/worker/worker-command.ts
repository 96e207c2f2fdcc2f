import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { optionTexts } from '../program-texts.ts';
import { workerTexts } from './worker-texts.ts';

/** Adds `drydock worker` to the program. */
export function addWorkerCommand(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  program
    .command('worker')
    .description(say(workerTexts.worker))
    .option('--queue <url>', say(workerTexts.queue))
    .addOption(new Option('--concurrency <count>', say(workerTexts.concurrency)).argParser(numberIn(1, 256)))
    .option('--name <name>', say(workerTexts.name))
    .addOption(new Option('--patience <factor>', say(optionTexts.patience)).argParser(numberIn(1, 100)))
    .option('--no-prepare', say(optionTexts.noPrepare))
    .option('--registry-mirror <url>', say(optionTexts.registryMirror))
    .option('--runtime <name>', say(optionTexts.runtime))
    .action(async (_own: unknown, command: Command) => {
      const { worker } = await import('./worker.ts');
      finish(await worker(context, command.optsWithGlobals()));
    });
}

function numberIn(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || value < least || value > most)
      throw new InvalidArgumentError(`${least}…${most}`);
    return value;
  };
}
