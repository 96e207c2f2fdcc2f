import { defaultLimits } from '../../sandbox/index.ts';
import { type Attack, gotThrough } from '../attack.ts';

const { workspaceBytes, workspaceInodes, benchMemoryBytes, benchPids } = defaultLimits;

/** Wears a sandbox down. What is asked afterwards is whether everything beside it still works. */
const wear = (id: string, title: string, script: string, extra: Partial<Attack> = {}): Attack => ({
  ...{
    id,
    from: 'bench',
    title,
    expected: 'contained',
    effect: 'the engine answers nobody afterwards, or the machine runs out of it',
    script,
    ...extra,
  },
});
const answers = `docker version --format '{{.Server.Version}}' >/dev/null || ${gotThrough}`;

/** Attacks on what a sandbox may use. */
export const exhaustionAttacks: Attack[] = [
  wear(
    'fill-workspace',
    "the workspace's bytes",
    `head -c ${2 * workspaceBytes} /dev/zero > $ID; [ "$(stat -c %s $ID)" -gt ${workspaceBytes} ] && ${gotThrough}; rm -f $ID; ${answers}`,
  ),
  wear(
    'fill-inodes',
    "the workspace's files",
    `mkdir $ID; perl -e 'chdir shift; for (1..${2 * workspaceInodes}) { open(my $f, ">", $_) or last }' $ID; [ "$(find $ID | wc -l)" -gt ${workspaceInodes} ] && ${gotThrough}; rm -rf $ID; ${answers}`,
  ),
  wear(
    'fill-tmp',
    "the terminal's own folders",
    `head -c ${benchMemoryBytes} /dev/zero > /tmp/$ID; head -c ${benchMemoryBytes} /dev/zero > $HOME/$ID; [ "$(cat /tmp/$ID $HOME/$ID | wc -c)" -gt ${benchMemoryBytes / 2} ] && ${gotThrough}; rm -f /tmp/$ID $HOME/$ID; ${answers}`,
  ),
  wear(
    'fork-bomb',
    "the terminal's processes",
    `perl -e 'for (1..${2 * benchPids}) { my $p = fork; if (!defined $p) { exit 3 } if (!$p) { sleep 2; exit } } exit 0' && ${gotThrough}; sleep 2.2; ${answers}`,
  ),
  wear(
    'memory-bomb',
    "the terminal's memory",
    `perl -e 'my $n = ${2 * benchMemoryBytes}; my $x = "x" x $n; print length $x, "\\n"' | grep ${2 * benchMemoryBytes} && ${gotThrough}; ${answers}`,
  ),
  wear(
    'open-files',
    "the terminal's open files",
    `perl -e 'for (1..5000) { open(my $f, "<", "/dev/null") or exit 3; push @a, $f } exit 0' && ${gotThrough}; ${answers}`,
  ),
  wear(
    'container-processes',
    "the engine's processes",
    `timeout 8 docker run --rm --name bomb $IMG node -e 'const { spawn } = require("child_process"); for (let i = 0; i < 300; i++) spawn("sleep", ["3"]).on("error", () => 0)'; docker rm -f bomb >/dev/null 2>&1; ${answers}`,
  ),
  wear(
    'container-memory-bomb',
    "a container's memory, beyond its own limit",
    `docker run --rm -m 64m $IMG node -e 'const a = []; for (;;) a.push(Buffer.alloc(1e7, 1))' && ${gotThrough}; ${answers}`,
  ),
  wear(
    'fill-data-root',
    "the engine's disk",
    `docker run --name filler $IMG sh -c 'head -c 3000m /dev/zero > /big; stat -c %s /big' | awk '$1 > 2600000000 {exit 1}' || ${gotThrough}; docker rm -f filler >/dev/null; ${answers}`,
    { alone: true },
  ),
  wear(
    'output-flood',
    'output without an end',
    `timeout 3 yes "$(head -c 1000 /dev/zero | tr '\\0' x)"; true`,
    {
      alone: true,
      effect: 'the harness keeps more than its cap',
      after: async ({ output }) => (output.length > 1e6 ? 'more than a megabyte was kept' : undefined),
    },
  ),
  wear(
    'request-flood',
    'ten thousand requests that are refused',
    `perl -MSocket -e 'for my $c (1..20) { next if fork; socket(my $s, AF_UNIX, SOCK_STREAM, 0); connect($s, sockaddr_un($ENV{GATE})); for (1..500) { syswrite($s, "GET /swarm HTTP/1.1\\r\\nHost: d\\r\\n\\r\\n"); sysread($s, my $b, 4096) } exit } 1 while wait > 0'; ${answers}`,
    {
      alone: true,
      effect: 'the gate answers nobody afterwards, or the record has no bound',
      after: async ({ timeline }) => (timeline.calls.length > 6000 ? 'the record has no bound' : undefined),
    },
  ),
  wear(
    'label-flood',
    'labels of half a megabyte in every event',
    `perl -e 'print "{\\"Image\\":\\"$ENV{IMG}\\",\\"Cmd\\":[\\"sleep\\",\\"60\\"],\\"Labels\\":{\\"x\\":\\"", "y" x 500000, "\\"}}"' | curl -s --unix-socket $GATE -H Content-Type:application/json --data-binary @- 'http://d/v1.45/containers/create?name=labelled' >/dev/null; docker start labelled; perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0); connect($s, sockaddr_un($ENV{GATE})); for (1..80) { syswrite($s, "POST /v1.45/containers/labelled/kill?signal=CONT HTTP/1.1\\r\\nHost: d\\r\\nContent-Length: 0\\r\\n\\r\\n"); sysread($s, my $b, 4096) }'; ${answers}`,
    {
      alone: true,
      effect: 'the harness keeps them',
      after: async ({ timeline }) =>
        JSON.stringify(timeline.events).length > 5e6 ? 'the labels were kept' : undefined,
    },
  ),
];
