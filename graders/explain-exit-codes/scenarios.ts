/** The experiments that `predictions` is about, really run, with values that nobody knew before. */
import { type CheckContext, type Daemon, ensure } from '#harness';
import { say } from './messages.ts';
import type { Outcome } from './rule.ts';
import { quoted } from './shell-words.ts';

const image = 'alpine:latest';
/** HUP, INT, QUIT, USR1, USR2, ALRM: what tini hands on, and neither SIGKILL nor SIGTERM, whose sums are known. */
const signals = [1, 2, 3, 10, 12, 14];
const unreadable = ['passwd', 'group', 'hosts', 'profile', 'shells'];

/** What the experiments showed, and the values they were run with. */
export interface Truth {
  values: Readonly<Record<'s' | 'h', number>>;
  outcomes: ReadonlyMap<string, Outcome>;
  /** The commands with their values, for the reader of the report. */
  drawn: Readonly<Record<string, string | number>>;
}

type Context = Pick<CheckContext, 'docker' | 'given' | 'random' | 'shell'>;

/** All of them run side by side, once for all checks of a submission. */
const known = new WeakMap<Daemon, Promise<Truth>>();

/** What really comes of the experiments. Fails the check that runs where the image is gone. */
export function truth(context: Context): Promise<Truth> {
  const running = known.get(context.docker) ?? run(context);
  known.set(context.docker, running);
  return running;
}

async function run({ docker, given, random, shell }: Context): Promise<Truth> {
  const id = given[image]?.id ?? image;
  ensure(await docker.image(id), say.noImage());
  const one = <T>(list: readonly T[]): T => list[random.port() % list.length] as T;
  const drawn = {
    s: one(signals),
    h: 20 + (random.port() % 80),
    // With less than 14 MB runc cannot always start a container at all (seen with 1.1.15), which is 125.
    megabytes: 32 + (random.port() % 32),
    absent: random.word('absent'),
    file: `/etc/${one(unreadable)}`,
    option: random.word('option'),
    prefix: random.word('predicted'),
  };
  const shown = await shell(script(id, drawn));
  const outcomes = [...shown.matchAll(/^outcome ([a-z-]+) (\d+|running)$/gm)].map(
    ([, name = '', outcome = '']) => [name, outcome === 'running' ? outcome : Number(outcome)] as const,
  );
  return { values: { s: drawn.s, h: drawn.h }, outcomes: new Map(outcomes), drawn };
}

/**
 * A program that obeys gets a long grace period, as only one that does not obey needs its end: so no outcome depends on
 * how fast the machine is. None is sent a signal before it said that it is ready for one.
 */
function script(
  id: string,
  drawn: Record<'s' | 'h' | 'megabytes' | 'absent' | 'file' | 'option' | 'prefix', string | number>,
) {
  const { s, h, megabytes, absent, file, option, prefix } = drawn;
  const asleep = quoted('echo ready; exec sleep 1000');
  const deaf = quoted(`trap '' ${s}; echo ready; while :; do sleep 1 & wait $!; done`);
  const polite = quoted(`trap 'exit ${h}' ${s}; echo ready; while :; do sleep 1 & wait $!; done`);
  return `
run() { name=${prefix}-$1; shift; docker run --network none --name "$name" "$@" 2>&1; }
ran() { (run "$@" >/dev/null; echo "outcome $1 $?") & }
stopped() {
  (
    grace=$2; kind=$1; shift 2
    run "$kind" "$@" | { read -r ready; docker stop -t "$grace" "${prefix}-$kind" >/dev/null; cat >/dev/null; }
    echo "outcome $kind $(docker wait "${prefix}-$kind")"
  ) &
}
stopped stop-ignored 1 --stop-signal ${s} ${id} sh -c ${deaf}
stopped stop-under-tini 20 --init --stop-signal ${s} ${id} sh -c ${asleep}
stopped stop-handled 20 --stop-signal ${s} ${id} sh -c ${polite}
(
  run kill-pid-one ${id} sh -c ${asleep} | {
    read -r ready
    docker kill -s ${s} ${prefix}-kill-pid-one >/dev/null
    status=$(docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' ${prefix}-kill-pid-one)
    case $status in running*) status=running ;; *) status=\${status#* } ;; esac
    echo "outcome kill-pid-one $status"
    docker kill ${prefix}-kill-pid-one >/dev/null
  }
) &
ran memory-limit -m ${megabytes}m --memory-swap ${megabytes}m ${id} tail /dev/zero
ran missing-file ${id} ${absent}
ran not-executable ${id} ${file}
ran unknown-option --${option} ${id} true
wait
`;
}
