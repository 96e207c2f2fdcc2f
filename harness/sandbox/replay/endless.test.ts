import { describe, expect, test } from 'vitest';
import type { OpenStream } from '../gate/index.ts';
import { endingsFor, type UnderWay } from './endless.ts';
import { openStream } from './open-stream.test-support.ts';

/** The first two things that would be pressed, or null while the command is left alone. */
function pressed(text: string, streams: OpenStream[], more: Partial<UnderWay> = {}): string | null {
  const still = { elapsedMs: 2000, silentMs: 2000, bursts: 1, idleMs: 8000 };
  const calm = { ...still, showsPrompt: false, fullScreen: false, doing: undefined };
  const endings = endingsFor({ text, streams, ...calm, ...more });
  return (
    endings
      ?.slice(0, 2)
      .map(({ name }) => name)
      .join(', ') ?? null
  );
}

const logs = { query: { follow: '1' } };
const tty = { tty: true, stdin: true };
const long = { openMs: 9000, idleMs: 9000 };
const shows = { openMs: 3000, idleMs: 10 };
const left = 'closed the stream, closed the wait';
const mute = { bursts: 0, silentMs: 9000, elapsedMs: 9000 };
const silent = { silentMs: 9000, elapsedMs: 9000 };
const twice = 'Ctrl-C, Ctrl-C';

describe('open calls are ended by', () => {
  test.each<[string, OpenStream, string | null, Partial<UnderWay>?]>([
    ['docker logs -f web', openStream('logs', logs), twice],
    ['docker logs -f web', openStream('logs', { ...logs, openMs: 500 }), null],
    ['docker logs -f web', openStream('logs', { ...logs, openMs: 2500 }), null, { bursts: 0 }],
    ['docker logs -f web', openStream('logs', { ...logs, openMs: 3000 }), twice, { bursts: 0 }],
    ['docker logs -f web', openStream('logs', { ...logs, idleMs: 50 }), null],
    ['docker logs -f web', openStream('logs', { ...logs, idleMs: 50, openMs: 3000 }), twice],
    ['docker logs web', openStream('logs', { ...long, query: { follow: '0' } }), null],
    ['docker stats', openStream('stats', { openMs: 3000, idleMs: 10 }), twice],
    ['docker stats --no-stream', openStream('stats', { ...long, query: { stream: '0' } }), null],
    ['docker stats', openStream('stats'), null],
    ['docker events', openStream('events'), twice],
    ['docker events --until 10s', openStream('events', { ...long, query: { until: '17' } }), null],
    ['docker exec -it web sh', openStream('exec', tty), 'Ctrl-D, Ctrl-C'],
    ['docker exec -it web sh', openStream('exec', tty), null, { silentMs: 300 }],
    // Its prompt has not come yet: on a busy machine a container starts slowly.
    ['docker exec -it web sh', openStream('exec', { ...tty, openMs: 5000 }), null, { bursts: 0 }],
    ['docker run -it ubuntu bash', openStream('attach', { ...tty, ...long }), 'Ctrl-D, Ctrl-P Ctrl-Q', mute],
    [
      'docker exec -it web sh',
      openStream('exec', { ...tty, idleMs: 800 }),
      'Ctrl-D, Ctrl-C',
      { showsPrompt: true },
    ],
    ['docker exec -it web sleep 5', openStream('exec', tty), null],
    [
      'docker exec -it web sleep 5',
      openStream('exec', { ...tty, ...long }),
      'Ctrl-D, Ctrl-C',
      { silentMs: 14_000, elapsedMs: 14_000 },
    ],
    [
      'docker exec -it web vi x',
      openStream('exec', { ...tty, openMs: 3000 }),
      'Esc, :q!',
      { fullScreen: true },
    ],
    ['docker exec web tail -f log', openStream('exec', shows), twice],
    ['docker exec web sh -c "cd /log && tail -f *"', openStream('exec', shows), twice],
    ['docker exec -w /log -e A=b web /usr/bin/tail -f x', openStream('exec', shows), twice],
    ['docker exec web echo tail -f', openStream('exec', shows), null],
    ['docker exec -it web npm run watch all', openStream('exec', { ...tty, ...shows }), null],
    ['docker run -it ubuntu yes', openStream('attach', { ...tty, ...shows }), 'Ctrl-D, Ctrl-P Ctrl-Q'],
    ['docker run --rm -v a:/a -p80:80 ubuntu ping x', openStream('attach', shows), left],
    ['docker run -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql', openStream('attach', shows), null],
    ['docker run -e AGREE=yes -it --name watch web', openStream('attach', { ...tty, ...shows }), null],
    ['docker run --name top ubuntu top -b -n 3', openStream('attach', shows), null],
    ['docker exec -it web less x', openStream('exec', { ...tty, ...shows }), 'q, Esc'],
    ['docker run ubuntu sleep 20', openStream('attach', long), null, silent],
    [
      'docker run -it ubuntu sh -c "sleep 5; sleep 5"',
      openStream('attach', { ...tty, ...long }),
      null,
      silent,
    ],
    ['docker exec web sleep 20', openStream('exec', long), null, silent],
    ['docker exec -i web cat', openStream('exec', { stdin: true, ...long }), 'Ctrl-D, Ctrl-C', silent],
    ['docker attach box', openStream('attach', tty), 'Ctrl-P Ctrl-Q, Ctrl-C'],
    ['docker attach top', openStream('attach'), left],
    ['docker attach top', openStream('attach', { openMs: 3000 }), null, { bursts: 0 }],
    ['docker attach top', openStream('attach', { openMs: 3500 }), left, { bursts: 0 }],
    ['docker attach top', openStream('attach', { openMs: 3000, idleMs: 10 }), left],
    ['docker run -it ubuntu bash', openStream('attach', tty), 'Ctrl-D, Ctrl-P Ctrl-Q'],
    ['docker run -it ubuntu', openStream('attach', tty), 'Ctrl-D, Ctrl-P Ctrl-Q', { showsPrompt: true }],
    ['docker run -it ubuntu sleep 5', openStream('attach', tty), null],
    ['docker run noderun:1.0', openStream('attach'), null],
    ['docker run noderun:1.0', openStream('attach', long), left, silent],
    ['docker run -i alpine sh', openStream('attach', { stdin: true }), 'Ctrl-D, closed the stream'],
    ['timeout 5 docker logs -f web', openStream('logs', logs), null],
    ['timeout -s KILL 5s docker events', openStream('events', long), null, { elapsedMs: 5500 }],
    ['timeout 5 docker logs -f web', openStream('logs', logs), twice, { elapsedMs: 6100 }],
    ['docker run --stop-timeout 30 -it ubuntu bash', openStream('attach', tty), 'Ctrl-D, Ctrl-P Ctrl-Q'],
    ['docker wait web', openStream('wait', long), null, silent],
    ['docker stop web', openStream('other', long), null, silent],
    ['docker cp big web:/', openStream('transfer', long), null, silent],
    ['docker build .', openStream('build', long), null, silent],
    ['docker run ubuntu sh -c "while true; do date; done"', openStream('attach', shows), twice, silent],
    ['docker run -d ubuntu sh -c "while true; do date; done"', openStream('other', shows), null, silent],
  ])('%s', (text, stream, keys, more) => {
    expect(pressed(text, [stream], more)).toBe(keys);
  });

  test('nothing while `stats --no-stream` follows events beside its numbers', () => {
    const streams = [openStream('events', long), openStream('stats', { query: { stream: '0' } })];
    expect(pressed('docker stats --no-stream', streams)).toBe(null);
  });

  test('nothing while a build goes on beside them', () => {
    expect(
      pressed('docker build . & docker logs -f x', [openStream('logs', logs), openStream('build')]),
    ).toBe(null);
  });
});

describe('commands without open calls are ended by', () => {
  test.each<[string, string | null, Partial<UnderWay>?]>([
    ['while true; do curl x; sleep 3; done', twice, { elapsedMs: 3100, silentMs: 100, bursts: 2 }],
    ['while true; do curl x; sleep 3; done', null, { elapsedMs: 2900, bursts: 2 }],
    ['while true\ndo curl x\ndone', null, { elapsedMs: 4000, bursts: 1 }],
    ['while :; do :; done', twice, { elapsedMs: 5000, bursts: 0 }],
    ['for ((;;)); do ls; done', twice, { elapsedMs: 5000 }],
    ['while [ true ]; do ls; done', twice, { elapsedMs: 5000 }],
    ['while [[ 1 ]]\ndo ls; done', twice, { elapsedMs: 5000 }],
    ['while sleep 1; do ls; done', twice, { elapsedMs: 5000 }],
    ['until false; do ls; done', twice, { elapsedMs: 5000 }],
    ['while true; do curl x && break; sleep 1; done', null, { ...silent, bursts: 9 }],
    ['until curl x; do sleep 1; done', null, { ...silent, bursts: 9 }],
    ['for i in 1 2 3; do curl x; sleep 5; done', null, silent],
    ['sleep 30', null, silent],
    ['sleep 30; read x', null, silent],
    ['curl http://localhost:6060', null, silent],
    ['./wait-for.sh', null, silent],
    ['read x', 'Ctrl-D, Ctrl-C'],
    ['read -p "Name: " name', 'Ctrl-D, Ctrl-C', { silentMs: 800, showsPrompt: true }],
    ['read x', null, { silentMs: 500 }],
    ['cat', 'Ctrl-D, Ctrl-C'],
    ['cat > Dockerfile', 'Ctrl-D, Ctrl-C'],
    ['cat /var/log/big', null],
    ['python3', 'Ctrl-D, Ctrl-C'],
    ['sudo vi /etc/docker/daemon.json', 'Esc, :q!'],
    ['nano Dockerfile', 'Ctrl-X, n'],
    ['man docker', 'q, Esc'],
    ['ls -l | less', 'q, Esc', { fullScreen: true }],
    ['top', 'q, Esc', { silentMs: 500, elapsedMs: 3000 }],
    ['tail -f app.log', twice, { elapsedMs: 3000 }],
    ['timeout 8 tail -f app.log', null, { elapsedMs: 4000 }],
    ['tail -n 5 app.log', null, silent],
    ['ping localhost', twice, { elapsedMs: 3000, silentMs: 100 }],
    ['ping -c 20 localhost', null, silent],
    ['watch docker ps', twice, { elapsedMs: 3000 }],
    ['watch -n 1 docker ps', twice, { fullScreen: true }],
    ['cd log && sudo tail -F app.log', twice, { elapsedMs: 3000 }],
    ['LANG=C sudo -u student -E watch docker ps', twice, { elapsedMs: 3000 }],
    ['env A=1 stdbuf -oL ping localhost', twice, { elapsedMs: 3000, silentMs: 10 }],
    ['yes', twice, { elapsedMs: 3000, silentMs: 10 }],
    ['yes | docker system prune', null, silent],
    // Docker’s command on a busy machine, before it asks the engine for anything and between its calls.
    ["printf 'LABEL mine=yes' | docker build -t mine -", null, silent],
    ['docker run -d ubuntu tail -f /dev/null', null, silent],
    ['docker logs --tail 5 -f web', null, silent],
    ['docker run -d ubuntu sh -c "while true; do date; done"', null, silent],
    ["sh -c 'while true; do docker ps; done'", twice, silent],
    ['while true; do docker exec "$box" ls; done', twice, silent],
    ['docker exec -it web vi x', null, silent],
    ['docker ps | sort', null, silent],
    ['find / | sort', null, silent],
    ['false || cat', 'Ctrl-D, Ctrl-C'],
    ['docker logs web | less', 'q, Esc'],
  ])('%s', (text, keys, more) => {
    expect(pressed(text, [], more)).toBe(keys);
  });
});

test.each([
  ' ',
  'sudo -u ',
  'A=1 ',
  'env -i ',
  'docker run ',
  'docker exec x -c "',
  'timeout -k 5 ',
  '; tail ',
  '|',
])('a megabyte of %j is looked at in no time', (words) => {
  expect(pressed(words.repeat(2 ** 20 / words.length), [openStream('exec', shows)])).toBe(null);
});
