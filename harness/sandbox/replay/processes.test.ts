import { expect, test } from 'vitest';
import { Stillness, terminalProcesses } from './processes.ts';

const shell = '9 9 20 S 14 do_wait 1 0 bash --noprofile -i';
/** A look at a terminal with the shell and these lines of processes.pl; `20` is the foreground group. */
const look = (...lines: string[]) => terminalProcesses([shell, ...lines].join('\n'));

/** What is said after looks at these times, in milliseconds, that show the same. */
function seen(processes: ReturnType<typeof look>, ...times: number[]) {
  const stillness = new Stillness();
  return times.map((at) => stillness.note(processes, at)).at(-1);
}

test('a look is read line by line, whatever the words of a process are', () => {
  expect(look('20 20 20 S 3 wait_woken 1 0 cat - a\\nb  ', 'nonsense')).toEqual([
    expect.objectContaining({ id: 9, words: 'bash --noprofile -i' }),
    {
      ...{ id: 20, group: 20, foreground: 20, state: 'S', ticks: 3, waits: 'wait_woken' },
      ...{ keyboard: true, sockets: 0, words: 'cat - a\\nb' },
    },
  ]);
});

test.each<[line: string, doing: string]>([
  ['20 20 20 S 0 wait_woken 1 0 cat', 'reads'],
  ['20 20 20 S 0 n_tty_read 1 0 ./ask.sh', 'reads'],
  ['20 20 20 S 0 hrtimer_nanosleep 1 0 sleep infinity', 'endless'],
  ['20 20 20 S 0 hrtimer_nanosleep 1 0 /bin/sleep inf', 'endless'],
  ['20 20 20 S 0 inotify_read 1 0 tail -n 3 -f log', 'endless'],
])('%s: %s, told by two looks and not by one', (line, doing) => {
  expect(seen(look(line), 2000)).toBe(undefined);
  expect(seen(look(line), 2000, 3000)).toBe(doing);
});

test('whatever sleeps without using the CPU is idle after a long while', () => {
  const server = look('20 20 20 S 40 do_epoll_wait 1 3 node server.js');
  expect(seen(server, 2000, 21_000)).toBe(undefined);
  expect(seen(server, 2000, 22_000)).toBe('idle');
});

test.each<[name: string, line: string]>([
  ['works', '20 20 20 R 40 - 1 0 python3 work.py'],
  ['waits for a disk', '20 20 20 D 40 io_schedule 1 0 tar cf a b'],
  ['sleeps for so long', '20 20 20 S 0 hrtimer_nanosleep 1 0 sleep 50'],
  ['has a sleep in the background', '20 21 20 S 0 hrtimer_nanosleep 1 0 sleep 50'],
  ['has a deadline', '20 20 20 S 0 do_wait 1 0 timeout 50 sleep infinity'],
  ['waits for an answer', '20 20 20 S 0 wait_woken 1 1 curl http://localhost:6060'],
])('a command that %s is left alone', (_name, line) => {
  expect(seen(look(line), 2000, 30_000, 50_000)).toBe(undefined);
});

test.each<[name: string, line: string, doing: string | undefined]>([
  ['a socket that is read', '20 20 20 S 0 wait_woken 1 1 ./client', undefined],
  ['a pipe that is read', '20 20 20 S 0 wait_woken 0 0 wc', undefined],
  ['a reader in the background', '20 21 20 S 0 wait_woken 1 0 cat', undefined],
])('%s is no reading of the keyboard', (_name, line, doing) => {
  expect(seen(look(line), 2000, 3000)).toBe(doing);
});

test('a look that shows nothing says nothing', () => {
  expect(seen([], 2000, 40_000)).toBe(undefined);
});

test('what does something now and then is never idle', () => {
  const stillness = new Stillness();
  const at = (ticks: number, ms: number) =>
    stillness.note(look(`20 20 20 S ${ticks} do_wait 1 0 sh poll.sh`), ms);
  expect([at(1, 0), at(1, 15_000), at(2, 19_000), at(2, 30_000), at(3, 38_000), at(3, 57_000)]).toEqual(
    Array(6).fill(undefined),
  );
});
