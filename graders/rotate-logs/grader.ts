import { defineGrader } from '#harness';
import { restarted } from './daemon.ts';
import { emptied, live } from './emptied.ts';
import { cause, failed, named, runs } from './mydb.ts';
import { first, ownSettings, recreated, rotates, second } from './node-run.ts';
import { driver, files, installed, size, valid } from './settings.ts';

export { say } from './messages.ts';

const settings = [installed, valid, driver, size, files, restarted];
const webs = [first.runs, first.named, first.answers, recreated, second.runs, second.named, second.answers];

export default defineGrader({
  assignment: 'rotate-logs',
  checks: [...settings, ...webs, ownSettings, emptied, live, failed, cause, runs, named, rotates],
});
