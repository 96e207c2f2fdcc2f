import { baseImage } from '../start-for-test.test-support.ts';
import type { Shape } from './seen-shapes.test-support.ts';

const server = `require('http').createServer((q, s) => { console.log('hit'); s.end('Success'); }).listen(6060)`;

/** Shapes of commands that never end by themselves; the containers they look at must go on. */
export const endlessShapes: Shape[] = [
  {
    name: 'given: a server and a shell',
    script: `docker run -d --name web -p 6060:6060 ${baseImage} node -e "${server}"\ndocker run -itd --name box ${baseImage} sh\ncurl -s localhost:6060`,
    codes: [0, 0, 0],
    shows: 'Success',
  },
  {
    name: 'logs -f',
    script: 'docker logs -f web',
    codes: [130],
    keys: ['Ctrl-C'],
    shows: 'hit\n',
    calls: ['GET /containers/*/logs'],
  },
  {
    name: 'logs -f in a pipe',
    script: 'docker logs -f web | cat -n',
    codes: [130],
    keys: ['Ctrl-C'],
    shows: '1\thit',
  },
  { name: 'stats', script: 'docker stats', codes: [130], keys: ['Ctrl-C'], shows: 'CPU %' },
  { name: 'stats --no-stream', script: 'docker stats --no-stream', codes: [0], shows: 'CPU %' },
  { name: 'events', script: 'docker events', codes: [130], keys: ['Ctrl-C'] },
  {
    name: 'events that were',
    script: 'docker events --since 1h --until 0s --filter event=start',
    codes: [0],
    shows: /container start .*name=web/,
  },
  {
    name: 'events in the background',
    script:
      'docker events > seen.txt &\nsleep 1; docker restart -t 0 box\nsleep 0.5; kill %1; grep -c restart seen.txt',
    codes: [0, 0, 0],
    shows: '1\n',
    events: ['restart'],
  },
  {
    name: 'attach without a terminal',
    script: 'docker attach web',
    codes: [1],
    keys: ['closed the stream', 'closed the wait'],
  },
  { name: 'attach with one', script: 'docker attach box', codes: [1], keys: ['Ctrl-P Ctrl-Q'] },
  {
    name: 'both run on',
    script: "docker ps --format '{{.Names}} {{.State}}' | sort",
    codes: [0],
    shows: 'box running\nweb running\n',
  },
  { name: 'an idle exec', script: 'docker exec -it box sh', codes: [0], keys: ['Ctrl-D'], shows: '/ # ' },
  { name: 'an idle exec without a terminal', script: 'docker exec -i box sh', codes: [0], keys: ['Ctrl-D'] },
  {
    name: 'an idle run',
    script: `docker run -it --rm --name gone ${baseImage} sh`,
    codes: [0],
    keys: ['Ctrl-D'],
    events: ['start', 'die', 'destroy'],
  },
  {
    name: 'an idle run of what waits for a line',
    script: `docker run -it --rm ${baseImage}`,
    codes: [0],
    keys: ['Ctrl-D'],
    shows: 'Welcome to Node.js',
  },
  {
    name: 'a loop of curl',
    script: 'while true; do curl -s 192.168.56.101:6060; sleep 1; done',
    codes: [130],
    keys: ['Ctrl-C'],
    shows: /^(Success){2,}/,
  },
  {
    name: 'a loop over lines',
    script: 'while true\ndo\n  docker ps -q\n  sleep 0.5\ndone',
    codes: [130],
    keys: ['Ctrl-C'],
    calls: ['GET /containers/json'],
  },
  { name: 'vi', script: 'vi file', codes: [0], keys: ['Esc', ':q!'] },
  {
    name: 'vi in a container',
    script: 'docker exec -it box vi /etc/hosts',
    codes: [0],
    keys: ['Esc', ':q!'],
  },
  { name: 'top in a container', script: 'docker exec -it box top', codes: [0], keys: ['q'], shows: 'PID' },
  {
    name: 'tail -f in a container',
    script: 'docker exec box tail -f /dev/null',
    codes: [130],
    keys: ['Ctrl-C'],
  },
  { name: 'cat alone', script: 'cat > notes.txt', codes: [0], keys: ['Ctrl-D'] },
  { name: 'read', script: 'read -p "Name: " name', codes: [1], keys: ['Ctrl-D'], shows: 'Name: ' },
  {
    name: 'and on',
    script: "docker inspect -f '{{.State.Running}}' web box",
    codes: [0],
    shows: 'true\ntrue\n',
  },
];

/** What is said of some of them. */
export const endlessRemarks = [
  /`docker logs -f web` does not end by itself and was ended as a person would: Ctrl-C/,
  /`docker attach web` .* closed the stream, closed the wait/,
];
