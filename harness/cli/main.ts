#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';

// Halves the start: Node keeps the stripped and compiled code. In the user's own cache, never in a shared /tmp.
const { XDG_CACHE_HOME, HOME } = process.env;
const cache = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
if (cache) module.enableCompileCache(join(cache, 'drydock/compile'));

try {
  const { leaveOutUnused } = await import('./leave-out.ts');
  leaveOutUnused();
  const { expectArchives } = await import('./archive-heap.ts');
  expectArchives();
  const { runProcess } = await import('./run-process.ts');
  await runProcess(process);
} catch (thrown) {
  // Only reached when our own code could not be loaded. Node would exit with 1, which means "below --fail-under".
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : thrown}\n`);
  process.stderr.write(
    'drydock could not be loaded. Run `npm ci`; in a checkout `script/bootstrap` does it.\n',
  );
  process.exitCode = 3;
}
