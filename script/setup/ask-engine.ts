/**
 * Says on stdout whether a Docker engine can be used: `ready`, or the code of what is wrong (`DOCKER_MISSING`…) and, on the
 * lines after it, the trouble and the way out. The command line's own code finds the engine, so that both agree.
 */
import { findEngine } from '../../harness/cli/engine-connection.ts';
import { pingEngine } from '../../harness/cli/engine-ping.ts';
import { TroubleError } from '../../harness/errors.ts';
import { localeOf } from '../../harness/text.ts';

const { env } = process;
const locale = localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
try {
  const engine = await findEngine(env);
  try {
    await pingEngine(engine, AbortSignal.timeout(10_000));
    process.stdout.write('ready\n');
  } catch (thrown) {
    // Only the engine of this machine is ours to install or to start, not one that the user chose.
    if (!(thrown instanceof TroubleError) || engine.from !== 'default') throw thrown;
    process.stdout.write(`local ${thrown.code}\n${thrown.text[locale]}\n${thrown.hint[locale]}\n`);
  }
} catch (thrown) {
  if (!(thrown instanceof TroubleError)) throw thrown;
  process.stdout.write(`chosen ${thrown.code}\n${thrown.text[locale]}\n${thrown.hint[locale]}\n`);
}
