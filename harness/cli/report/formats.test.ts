import { Command } from 'commander';
import { expect, test } from 'vitest';
import { formatNames } from './formats.ts';
import { addReportCommand } from './report-command.ts';

test('--format takes every format there is, and no other', () => {
  const program = new Command();
  addReportCommand(program, {} as never, { say: ({ en }) => en, finish: () => undefined });
  const option = program.commands[0]?.options.find(({ long }) => long === '--format');
  expect(option?.argChoices).toEqual(formatNames);
});
