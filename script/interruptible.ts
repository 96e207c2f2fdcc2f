import { Interruption } from '../harness/cli/interruption.ts';
import type { Text } from '../harness/text.ts';

/** Makes a script end as the command line does: the first Ctrl-C or SIGTERM clears its engines away, the second leaves. */
export function interruptible(): Interruption {
  const tell = (said: Text) => process.stderr.write(`\n${said.en}\n`);
  return new Interruption(process, {
    stop: tell,
    leave: (code, said) => {
      tell(said);
      process.exit(code);
    },
  });
}
