/** Codes of a signal that a program brought upon itself: no event tells of it, so it is seen happen again. */
import { type Container, check, createLine, ensure, signalsTo, type Timeline } from '#harness';
import { again } from './again.ts';
import { commandOf, type Experiment, ended } from './experiment.ts';
import { say } from './messages.ts';

/**
 * Runs a command twice, as the `$?` of a shell does not tell a signal from an `exit 134`. Where the image has it, as
 * Alpine does, `time` tells of a signal that ends the program itself; one that ends a child further down no longer does
 * when it is ignored, which programs inherit, as they do the second time.
 */
const twice = `how=$(mktemp) watch=
! command -v time >/dev/null || watch="time -o $how"
$watch $limit "$@" </dev/null >/dev/null 2>&1
echo "first $?"
grep -o 'terminated by signal [0-9]*' "$how"
trap '' ABRT SEGV
$limit "$@" </dev/null >/dev/null 2>&1
echo "second $?"`;

/** Whether a signal ended the command, by what its watcher printed; undefined when it did not end so at all. */
function isGenuine(shown: string, signal: number, code: number): boolean | undefined {
  if (new RegExp(`^terminated by signal ${signal}$`, 'm').test(shown)) return true;
  const [, first] = /^first (\d+)$/m.exec(shown) ?? [];
  const [, second] = /^second (\d+)$/m.exec(shown) ?? [];
  return first === String(code) ? first !== second : undefined;
}

const kill = /\b(p?kill|killall)\b/;

/**
 * Whether a `kill` was typed while the container ran: at the prompt of its own shell, or by `docker exec`. The program
 * alone waits for it in vain, so it cannot be seen again.
 */
function killedByHand(timeline: Timeline, { id }: Container): boolean {
  const events = timeline.eventsOf({ type: 'container', actorId: id });
  const [from, until] = ['start', 'die'].map(
    (turn) => events.findLast(({ action }) => action === turn)?.atMs,
  );
  if (from === undefined || until === undefined) return false;
  if (events.some(({ action }) => action.startsWith('exec_start:') && kill.test(action))) return true;
  return timeline.commands.some(
    ({ text, startedMs }) => from <= startedMs && startedMs <= until && kill.test(text),
  );
}

/** A check of a container whose program ended by a signal of its own making. */
function crash(name: Experiment, signal: number, points: number, title: { ko: string; en: string }) {
  return check({
    id: name,
    points,
    disturbs: true,
    title,
    async run(context) {
      const { timeline, evidence } = context;
      const container = await ended(context, name);
      const sent = signalsTo(timeline, container);
      // `docker kill -s ABRT` is told of by an event.
      if (sent.some((one) => one.signal === signal)) return;
      const shown = await again(context, container, twice);
      evidence.note(`${name}: ${commandOf(container)}`, shown);
      const { name: found, exitCode: code } = container;
      ensure(
        isGenuine(shown, signal, code) ?? killedByHand(timeline, container),
        say.noCrash({ name: found, code, command: commandOf(container) }),
        createLine(timeline, container),
      );
    },
  });
}

export const aborted = crash('exit-134', 6, 5, {
  ko: '`exit-134`: 프로그램이 SIGABRT로 끝났다',
  en: '`exit-134` ended by SIGABRT',
});

export const segfaulted = crash('exit-139', 11, 4, {
  ko: '`exit-139`: 프로그램이 SIGSEGV로 끝났다',
  en: '`exit-139` ended by SIGSEGV',
});
