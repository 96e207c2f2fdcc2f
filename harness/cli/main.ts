#!/usr/bin/env node
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Halves the start: Node keeps the stripped and compiled code. In the user's own cache, never in a shared /tmp.
module.enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'drydock/compile'));

const { runProcess } = await import('./run-process.ts');
await runProcess(process);
