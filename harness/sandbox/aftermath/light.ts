import type { CommandRecord } from '../../result.ts';

/** Programs that use next to nothing of the terminal's memory and processes, whatever they are asked. */
const lightPrograms = new Set(
  'docker curl cd ls pwd echo printf export mkdir touch rm grep sleep true hostname whoami systemctl service truncate clear exit'.split(
    ' ',
  ),
);

/**
 * Whether no command can have come near the terminal's limits of memory and processes. Asking the outer daemon for the
 * figures takes it up to a second, so it is asked only where they may tell something.
 */
export function allLight(commands: readonly Pick<CommandRecord, 'text' | 'exitCode'>[]): boolean {
  return commands.every(
    ({ text, exitCode }) =>
      exitCode !== null && exitCode !== 137 && programsOf(text).every((name) => lightPrograms.has(name)),
  );
}

/** The first words of a command's parts. What stands in a heredoc is text. */
function programsOf(text: string): string[] {
  const typed = text.includes('<<') ? (text.split('\n', 1)[0] ?? '') : text;
  const parts = typed.replaceAll('\\\n', ' ').split(/[|;&\n(){}`]+|\$\(/);
  return parts.flatMap((part) => {
    const words = part
      .trim()
      .split(/\s+/)
      .filter((word) => !/^[A-Za-z_]\w*=/.test(word));
    return words[0] === 'sudo' ? (words[1] ?? []) : words[0] || [];
  });
}
