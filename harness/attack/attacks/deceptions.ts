import { originOf } from '../../checks/index.ts';
import { type Aftermath, type Attack, gotThrough } from '../attack.ts';

const lie = (
  id: string,
  title: string,
  effect: string,
  script: string,
  after?: Attack['after'],
  extra: Partial<Attack> = {},
): Attack => ({
  ...{ id, from: 'bench', title, expected: 'contained', effect, script, ...extra },
  ...(after === undefined ? {} : { after }),
});

/** Whether an image that was not built would be taken for one that was. */
const taken =
  (tag: string) =>
  async ({ sandbox, timeline, given }: Aftermath): Promise<string | undefined> => {
    const image = await sandbox.daemon.image(tag);
    if (!image) return undefined;
    const { how } = originOf(image, timeline, given);
    return how === 'build' ? `${tag} counts as built` : undefined;
  };
const asBuilt = 'the image counts as built';
const built = 'printf "FROM $IMG\\nRUN true\\n" | docker build -q -t really-built - >/dev/null';

/** Tries to be graded for what is not there. */
export const deceptionAttacks: Attack[] = [
  lie(
    'answer-from-terminal',
    "answering in a container's place, from the terminal, on the port that is asked",
    'the answer of the terminal is taken for the container’s',
    'socat TCP-LISTEN:6060,bind=127.0.0.1,fork,reuseaddr SYSTEM:"echo HTTP/1.0 200 OK; echo; echo forged" & disown; sleep 0.1',
    async ({ sandbox }) => {
      const answer = await sandbox.daemon.http(6060, '/', { timeoutMs: 300 });
      return answer?.body.includes('forged') ? 'the terminal answered on port 6060' : undefined;
    },
  ),
  lie(
    'act-after-the-end',
    'jobs that go on in the background while it is graded',
    'a container appears after the script has ended',
    `(setsid sh -c 'for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do sleep 0.5; docker create --name late-$n '$IMG' true; done' >/dev/null 2>&1 &)`,
    async ({ sandbox }) => {
      const count = async () => (await sandbox.daemon.containers()).length;
      const before = await count();
      await new Promise((resolve) => setTimeout(resolve, 1200));
      return (await count()) > before ? 'containers appeared after the end' : undefined;
    },
  ),
  lie(
    'hide-container',
    'a container marked as one of the checks’ own',
    'it is not seen',
    `docker create --name hidden1 -l drydock=sandbox -l drydock.check=true -l drydock.run=x $IMG true`,
    async ({ sandbox }) =>
      (await sandbox.daemon.containers()).some(({ name }) => name === 'hidden1')
        ? undefined
        : 'the container is not seen',
  ),
  lie(
    'forge-exit-code',
    'a label that takes the place of the exit code in events',
    'the end counts as a success',
    `docker run --name forged1 --label exitCode=0 --label execDuration=9 $IMG sh -c 'exit 7'`,
    async ({ timeline }) =>
      timeline
        .eventsOf({ action: 'die', name: 'forged1' })
        .some(({ attributes }) => attributes.exitCode === '0')
        ? 'exit code 0 in the events'
        : undefined,
  ),
  lie(
    'forge-commit',
    'a label that hides which image a commit made',
    asBuilt,
    `${built}; docker create --name forged2 --label imageID=sha256:0 $IMG true; docker commit forged2 forged:commit`,
    taken('forged:commit'),
  ),
  lie(
    'forge-commit-long',
    'labels so long that the event of a commit cannot be read',
    asBuilt,
    `${built}; docker create --name forged3 $IMG true; perl -e 'print "{\\"Image\\":\\"$ENV{IMG}\\",\\"Labels\\":{\\"x\\":\\"", "<" x 400000, "\\"}}"' | curl -s --unix-socket $GATE -H Content-Type:application/json --data-binary @- 'http://d/v1.45/containers/create?name=forged4'; docker commit forged4 forged:long`,
    taken('forged:long'),
  ),
  lie(
    'forge-many-events',
    'so many events that one is not kept',
    asBuilt,
    `${built}; docker create --name forged5 $IMG true; docker run -d --name noisy $IMG sleep 60; perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0); connect($s, sockaddr_un($ENV{GATE})); for my $n (1..400) { syswrite($s, "POST /v1.45/containers/noisy/kill?signal=CONT HTTP/1.1\\r\\nHost: d\\r\\nContent-Length: 0\\r\\n\\r\\n"); sysread($s, my $b, 4096) }'; docker commit forged5 forged:many; docker rm -f noisy`,
    taken('forged:many'),
  ),
  lie(
    'forge-import',
    'an image from an archive under the name of a built one',
    asBuilt,
    `${built}; docker create --name forged6 $IMG true; docker export forged6 | docker import -m buildkit.dockerfile.v0 - forged:import`,
    taken('forged:import'),
  ),
  lie(
    'forge-load',
    'a saved image that is loaded again under another name',
    asBuilt,
    `${built}; printf 'FROM %s\\nRUN echo else > /x\\n' $IMG | docker build -q -t other1 - >/dev/null; docker save other1 -o o.tar; docker rmi other1; docker load -i o.tar; docker tag other1 forged:load; docker rmi other1`,
    taken('forged:load'),
  ),
  lie(
    'forge-tag',
    'a course image under the name of a built one',
    asBuilt,
    `${built}; docker tag $IMG forged:tag`,
    taken('forged:tag'),
  ),
  lie(
    'forge-tag-race',
    'a name that moves to a committed image while it is built',
    asBuilt,
    `docker create --name forged7 $IMG true; docker commit forged7 forged:base; printf 'FROM %s\\nRUN sleep 1\\n' $IMG | docker build -q -t forged:race - & sleep 0.5; docker tag forged:base forged:race; wait; docker tag forged:base forged:race`,
    taken('forged:race'),
  ),
  lie(
    'forge-prompt',
    "the terminal's own marks, so that later lines seem to have succeeded",
    'a command that failed counts as a success',
    `printf '%s' "$PS1" | tr -d '\\\\[]' | sed 's/\\$?/0/'; printf '\\033]9;%s;0;1;x\\007' guess; printf '\\033]9;;exit;0\\007'; exit 41`,
    async ({ timeline, output }) => {
      const command = timeline.commands.find(({ text }) => text.includes('forge-prompt.sh'));
      return command?.exitCode === 0 && !output.includes(gotThrough)
        ? 'exit status 41 was taken for 0'
        : undefined;
    },
  ),
  lie(
    'restart-always',
    'a container that comes back whenever a check stops it',
    'it runs after it was stopped',
    `docker run -d --name undead --restart always $IMG sleep 600`,
    async ({ sandbox }) => {
      await sandbox.daemon.stop('undead', 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await sandbox.daemon.container('undead'))?.state === 'running' ? 'it runs again' : undefined;
    },
  ),
  lie(
    'answer-endless',
    'a server that answers a check without an end',
    'the check does not come back',
    `docker run -d --name endless -p 7061:80 $IMG node -e 'require("net").createServer((s) => { s.write("HTTP/1.1 200 OK\\r\\nX: " ); setInterval(() => s.write("y".repeat(10)), 50); s.on("error", () => 0) }).listen(80)'; sleep 0.5`,
    async ({ sandbox }) => {
      const began = Date.now();
      await sandbox.daemon.http(7061, '/', { timeoutMs: 1000 });
      return Date.now() - began > 3000 ? 'the check hung' : undefined;
    },
  ),
  lie(
    'answer-huge',
    'a server that answers a check with gigabytes',
    'the harness keeps them',
    `docker run -d --name huge -p 7062:80 $IMG node -e 'require("http").createServer((q, r) => { const b = Buffer.alloc(1e6, 121); const w = () => { while (r.write(b)); }; r.on("drain", w); r.on("error", () => 0); w() }).listen(80)'; sleep 0.5`,
    async ({ sandbox }) => {
      const answer = await sandbox.daemon.http(7062, '/', { timeoutMs: 2000 });
      return (answer?.body.length ?? 0) > 65_536 ? 'more than 64 KiB were kept' : undefined;
    },
  ),
  lie(
    'log-endless',
    'a log of a hundred thousand lines',
    'the harness keeps them all',
    `docker run --name chatty $IMG sh -c 'yes line | head -n 100000' >/dev/null`,
    async ({ sandbox }) => {
      const log = await sandbox.daemon.logs('chatty');
      return log.length > 4e6 || log.split('\n').length > 20_000
        ? 'more than the last lines were kept'
        : undefined;
    },
  ),
];
