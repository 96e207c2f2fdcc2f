import { type Command, Option } from 'commander';
import type { RosterColumns } from '../../roster/index.ts';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { pairs } from '../option-values.ts';
import { reportTexts } from './report-texts.ts';

/** The names that `--format` takes; spelled here so that help need not load every writer. */
const names = [
  ...['json', 'junit', 'ctrf', 'markdown', 'annotations', 'outputs', 'classroom', 'classroom50'],
  ...['gradescope', 'html', 'grades', 'canvas', 'moodle', 'terminal'],
];

/** Adds `drydock report` to the program. */
export function addReportCommand(
  program: Command,
  context: CommandContext,
  { say, finish }: { say: (text: Text) => string; finish: (code: ExitCode) => void },
): void {
  program
    .command('report <results...>')
    .description(say(reportTexts.report))
    .addOption(
      new Option('-f, --format <format>', `${say(reportTexts.format)}: ${names.join(', ')}`)
        .choices(names)
        .makeOptionMandatory(),
    )
    .option('-o, --output <path>', say(reportTexts.output))
    .addOption(new Option('--split <by>', say(reportTexts.split)).choices(['student', 'assignment']))
    .option('--roster <file>', say(reportTexts.roster))
    .addOption(
      new Option('--roster-columns <pairs>', say(reportTexts.rosterColumns))
        .argParser((typed) =>
          pairs(typed, { allowed: ['username', 'identifier', 'name', 'email', 'section'] }),
        )
        .default({} satisfies RosterColumns),
    )
    .option('--course-file <file>', say(reportTexts.courseFile))
    .option('--overrides <file>', say(reportTexts.overrides))
    .addOption(
      new Option('--canvas-ids <pairs>', say(reportTexts.canvasIds))
        .argParser((typed) => pairs(typed, { value: { shape: /^\d+$/, name: 'NUMBER' } }))
        .default({}),
    )
    .addOption(
      new Option('--junit-profile <profile>', say(reportTexts.junitProfile))
        .choices(['default', 'strict'])
        .default('default'),
    )
    .option('-d, --dir <dir>', say(reportTexts.dir), '.')
    .option('--bom', say(reportTexts.bom))
    .option('-s, --student <name>', say(reportTexts.student))
    .option('-a, --assignment <slug>', say(reportTexts.assignment))
    .action(async (results: string[], _own: unknown, command: Command) => {
      const { report } = await import('./report.ts');
      finish(await report(context, results, command.optsWithGlobals()));
    });

  program
    .command('classroom50 <results...>')
    .description(say(reportTexts.classroom50))
    .option('-d, --dir <dir>', say(reportTexts.dir), '.')
    .action(async (results: string[], _own: unknown, command: Command) => {
      const { leaveForClassroom50 } = await import('./classroom50-files.ts');
      finish(await leaveForClassroom50(context, results, command.optsWithGlobals()));
    });
}
