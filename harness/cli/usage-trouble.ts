import type { CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { maskPasswords } from '../mask-passwords.ts';
import type { Text } from '../text.ts';

/** What each of commander's complaints is about; its own sentence is English and holds the word that was typed. */
const complaints: Readonly<Record<string, Text>> = {
  'commander.unknownOption': { ko: '모르는 옵션입니다', en: 'unknown option' },
  'commander.unknownCommand': { ko: '모르는 명령입니다', en: 'unknown command' },
  'commander.optionMissingArgument': { ko: '옵션에 값이 없습니다', en: 'option without a value' },
  'commander.invalidArgument': { ko: '옵션의 값이 올바르지 않습니다', en: 'value not allowed' },
  'commander.excessArguments': { ko: '인자가 너무 많습니다', en: 'too many arguments' },
};

/** Commander's complaint about the command line as a UsageError `COMMAND_LINE`. */
export function usageTrouble(thrown: CommanderError): UsageError {
  const detail = maskPasswords(thrown.message.replace(/^error: /, '').replace(/\n/g, ' '));
  const complaint = complaints[thrown.code];
  return new UsageError({
    code: 'COMMAND_LINE',
    message: { ko: complaint ? `${complaint.ko}: ${detail}` : detail, en: detail },
    hint: {
      ko: '`drydock --help` 또는 `drydock check --help` 로 사용법을 보세요.',
      en: 'See `drydock --help` or `drydock check --help`.',
    },
  });
}
