/** Codes of a signal that was sent from outside of the container, or by the kernel. */
import {
  type CheckContext,
  check,
  createLine,
  ensure,
  ranOutOfMemory,
  requestsOn,
  type SentSignal,
  signalsTo,
} from '#harness';
import { again } from './again.ts';
import { commandOf, type Experiment, ended } from './experiment.ts';
import { say } from './messages.ts';

type Context = Pick<CheckContext, 'docker' | 'timeline' | 'evidence'>;

const kill = 9;
const term = 15;

/** The container of an experiment, ended with its code, after somebody had sent it a signal. */
async function signalled(context: Context, name: Experiment) {
  const container = await ended(context, name);
  const sent = signalsTo(context.timeline, container);
  context.evidence.note(`docker events --filter container=${container.name}`, sent);
  const line = createLine(context.timeline, container);
  const { exitCode: code } = container;
  ensure(
    sent.length > 0,
    say.nobodySent({ name: container.name, code, command: commandOf(container) }),
    line,
  );
  return { container, sent, numbers: sent.map(({ signal }) => signal) };
}

function listed(sent: readonly SentSignal[]): string {
  return sent.map(({ signal }) => signal ?? '?').join(', ');
}

export const killed = check({
  id: 'exit-137-kill',
  points: 5,
  title: { ko: '`exit-137-kill`: `docker kill` 로 끝났다', en: '`exit-137-kill` was ended by `docker kill`' },
  async run(context) {
    const { container, sent, numbers } = await signalled(context, 'exit-137-kill');
    const { name } = container;
    const asked = requestsOn(context.timeline, container, 'kill');
    const stops = requestsOn(context.timeline, container, 'stop');
    // What it was sent before and did not end of, say by `docker kill -s TERM`, takes nothing away; a stop does.
    const last = numbers.at(-1) === kill && (numbers.length === 1 || stops.length === 0);
    ensure(last && asked.length > 0, say.notKilled({ name, sent: listed(sent) }), sent.at(-1)?.line);
  },
});

export const overstayed = check({
  id: 'exit-137-stop',
  points: 5,
  title: {
    ko: '`exit-137-stop`: `docker stop` 의 유예 시간이 지나 끝났다',
    en: '`exit-137-stop` was ended when the grace period of `docker stop` was over',
  },
  async run(context) {
    const { container, sent, numbers } = await signalled(context, 'exit-137-stop');
    const { name } = container;
    const stops = requestsOn(context.timeline, container, 'stop');
    const twice = numbers.length > 1 && numbers[0] !== kill && numbers.at(-1) === kill && stops.length > 0;
    ensure(twice, say.notOverstayed({ name, sent: listed(sent) }), sent.at(-1)?.line);
  },
});

/** How often the kernel killed for want of memory, by the container's own cgroup (v1, and v2). */
const counted = `$limit "$@" </dev/null >/dev/null 2>&1
grep -h '^oom_kill ' /sys/fs/cgroup/memory/memory.oom_control /sys/fs/cgroup/memory.events 2>/dev/null`;

export const starved = check({
  id: 'exit-137-oom',
  points: 5,
  disturbs: true,
  title: { ko: '`exit-137-oom`: 메모리가 모자라 끝났다', en: '`exit-137-oom` ran out of memory' },
  async run(context) {
    const container = await ended(context, 'exit-137-oom');
    const { name, memoryBytes, oomKilled } = container;
    context.evidence.note(`docker inspect ${name}`, { OOMKilled: oomKilled, Memory: memoryBytes });
    if (ranOutOfMemory(context.timeline, container)) return;
    const line = createLine(context.timeline, container);
    const sent = signalsTo(context.timeline, container);
    ensure(sent.length === 0 && memoryBytes > 0, say.notStarved({ name, limit: memoryBytes }), line);
    // On a busy machine the engine sometimes (once in fifty, Docker 26.1) hears of the end and never of its cause.
    const limits = `--memory ${memoryBytes} --memory-swap ${memoryBytes}`;
    const shown = await again(context, container, counted, limits);
    context.evidence.note(`${name}: ${commandOf(container)}`, shown);
    ensure(/^oom_kill [1-9]/m.test(shown), say.notStarved({ name, limit: memoryBytes }), line);
  },
});

export const asked = check({
  id: 'exit-143',
  points: 4,
  title: { ko: '`exit-143`: SIGTERM을 받고 끝났다', en: '`exit-143` ended on SIGTERM' },
  async run(context) {
    const { container, sent, numbers } = await signalled(context, 'exit-143');
    const { name } = container;
    ensure(numbers.includes(term), say.notAsked({ name, sent: listed(sent) }), sent.at(-1)?.line);
  },
});
