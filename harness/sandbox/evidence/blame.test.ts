import { describe, expect, it } from 'vitest';
import type { CommandRecord } from '../../result.ts';
import type { Job } from '../replay/index.ts';
import { Blame } from './blame.ts';

const typed = (line: number, text: string): CommandRecord => ({
  ...{
    line,
    endLine: line,
    text,
    exitCode: 0,
    startedMs: line * 100,
    durationMs: 100,
    endedBy: [],
    output: '',
  },
});
const job = (line: number, text: string, untilMs: number | null = null): Job => ({
  ...{ line, text, fromMs: line * 100, untilMs },
});
/** The line of a call that was made while the last line was typed. */
function lineOf(method: string, path: string, lines: string[], jobs: Job[]): number | null {
  const commands = lines.map((text, index) => typed(index + 1, text));
  const line = commands.length;
  return new Blame(commands, jobs).ofCall({ method, path, startedMs: line * 100 + 50, line });
}

const create = '/containers/create';
const stop = '/containers/web/stop';

describe('the line of a call', () => {
  it.each<[name: string, path: string, lines: string[], jobs: Job[], line: number | null]>([
    ['is the one that is typed', create, ['sleep 9', 'docker run x'], [], 2],
    ['also beside a job that says nothing to docker', create, ['x', 'docker run x'], [job(1, 'curl x &')], 2],
    ['or a loop of such', create, ['x', 'docker run x'], [job(1, 'while :; do curl x; done &')], 2],
    ['or one that has ended', create, ['x', 'sleep 9'], [job(1, 'docker run x &', 140)], 2],
    ['is the job’s beside a sleep', create, ['x', 'sleep 9'], [job(1, 'docker run x &')], 1],
    ['or a wait', stop, ['x', 'wait'], [job(1, '(sleep 1; docker stop web) &')], 1],
    ['or where its words say so', stop, ['x', 'docker ps'], [job(1, '(sleep 1; docker stop web) &')], 1],
    ['is the typed one where its words do', stop, ['x', 'docker stop web'], [job(1, 'docker events &')], 2],
    ['is unknown where both do', create, ['x', 'docker run y'], [job(1, 'docker run x &')], null],
    ['or neither', stop, ['x', 'docker ps'], [job(1, 'docker events &')], null],
    ['or two jobs', create, ['x', 'x', 'wait'], [job(1, 'docker run a &'), job(2, 'docker run b &')], null],
    ['or one’s words are not docker’s', create, ['x', 'd run y'], [job(1, 'docker run x &')], null],
    ['or the job’s are not', create, ['x', 'docker run y'], [job(1, './all.sh &')], null],
  ])('%s', (_name, path, lines, jobs, line) => {
    expect(lineOf('POST', path, lines, jobs)).toBe(line);
  });

  it('is unknown where every command asks the same', () => {
    expect(lineOf('GET', '/_ping', ['x', 'sleep 9'], [job(1, 'docker events &')])).toBe(1);
    expect(lineOf('GET', '/_ping', ['x', 'docker ps'], [job(1, 'docker events &')])).toBeNull();
  });
});

describe('the line of an event', () => {
  const blame = new Blame([typed(1, 'x'), typed(2, 'sleep 9')], [job(1, '(sleep 1; docker stop web) &')]);
  const event = { type: 'container', atMs: 250, line: 2 };

  it.each<[action: string, line: number | null]>([
    ['stop', 1],
    ['kill', 1],
    // It may have ended by itself.
    ['die', null],
    // Nobody on stage does this; somebody did.
    ['pause', null],
  ])('that tells of %s', (action, line) => {
    expect(blame.ofEvent({ ...event, action })).toBe(line);
  });

  it('is as before where no job may have done it', () => {
    expect(new Blame([typed(2, 'sleep 9')], []).ofEvent({ ...event, action: 'die' })).toBe(2);
  });
});

it('a command of the host is the job’s that says it', () => {
  const blame = new Blame([typed(1, 'x'), typed(2, 'sleep 9')], [job(1, 'sudo systemctl restart docker &')]);
  expect(blame.ofHostCall({ command: ['systemctl', 'restart', 'docker'], startedMs: 250, line: 2 })).toBe(1);
});
