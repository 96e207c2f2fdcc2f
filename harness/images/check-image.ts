import type { Text } from '../text.ts';
import type { Expectations } from './catalog.ts';

/** An image to look at, wherever it is. */
export interface ImageUnderCheck {
  config: () => Promise<{ Entrypoint?: string | string[] | null; Cmd?: string[] | null } | undefined>;
  /** Runs a command in a container of it and gives what it printed. */
  run: (command: readonly string[]) => Promise<string>;
}

/** What an image lacks of what the catalog promises; empty when all is there. */
export async function checkImage(expects: Expectations, image: ImageUnderCheck): Promise<Text[]> {
  const problems: Text[] = [];
  const config = await image.config();
  for (const [name, wanted, found] of [
    ['ENTRYPOINT', expects.entrypoint, config?.Entrypoint],
    ['CMD', expects.cmd, config?.Cmd],
  ] as const) {
    const has = JSON.stringify(found ?? []);
    if (wanted && has !== JSON.stringify(wanted)) {
      problems.push({
        ko: `${name} 값이 ${JSON.stringify(wanted)}이어야 하는데 ${has}`,
        en: `${name} should be ${JSON.stringify(wanted)} but is ${has}`,
      });
    }
  }
  for (const { command, prints } of expects.run) {
    const output = (await image.run(command)).trim();
    if (!new RegExp(prints).test(output)) {
      const word = command.join(' ');
      const said = output.slice(-200);
      problems.push({
        ko: `\`${word}\` 출력이 /${prints}/ 형식이어야 하는데 "${said}"`,
        en: `\`${word}\` should print /${prints}/ but printed "${said}"`,
      });
    }
  }
  return problems;
}
