import type { CommandRecord } from '../../result.ts';
import { startForTest, type } from '../start-for-test.test-support.ts';

/** A few lines as a student would type them, and what must be true of them. */
export interface Shape {
  name: string;
  script: string;
  /** Exit codes of its commands, in order; null where none is known. */
  codes: (number | null)[];
  /** Found in what its commands showed, control sequences left out. */
  shows?: string | RegExp;
  /** Keys that ended its commands, in order. */
  keys?: string[];
  /** `METHOD /path` of calls that must be blamed on its lines, ids as `*`. */
  calls?: string[];
  /** Actions of events that must be blamed on its lines. */
  events?: string[];
}

/** What became of a shape. */
export interface Seen {
  codes: (number | null)[];
  shown: string;
  keys: string[];
  calls: string[];
  events: string[];
  commands: CommandRecord[];
}

/** Types all shapes one after the other into one sandbox and tells each one's part of the evidence. */
export async function seenOf(shapes: readonly Shape[], files: Record<string, string> = {}) {
  await using sandbox = await startForTest(files);
  await sandbox.ready;
  const { evidence, exit } = await type(sandbox, shapes.map(({ script }) => `${script}\n`).join(''));
  const seen = new Map<string, Seen>();
  let from = 1;
  for (const { name, script } of shapes) {
    const to = from + script.split('\n').length;
    const isOwn = ({ line }: { line: number | null }) =>
      line !== null && line >= (from as number) && line < to;
    const commands = evidence.commands.filter(isOwn);
    seen.set(name, {
      commands,
      codes: commands.map(({ exitCode }) => exitCode),
      shown: commands.map(({ output }) => plain(output)).join(''),
      keys: commands.flatMap(({ endedBy }) => endedBy),
      calls: evidence.calls
        .filter(isOwn)
        .map(({ method, path }) => `${method} ${path.replace(/[0-9a-f]{64}/, '*')}`),
      events: evidence.events.filter(isOwn).map(({ action }) => action),
    });
    from = to;
  }
  return { seen, evidence, exit, containers: await sandbox.daemon.containers() };
}

/** What a terminal's reader would see: no colours, no cursor movements. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in them
  return text.replace(/\x1b\[[\d;?]*[a-zA-Z]/g, '');
}
