import { baseImage } from '../start-for-test.test-support.ts';
import type { Shape } from './seen-shapes.test-support.ts';

const run = `docker run --rm ${baseImage}`;
const created = ['POST /containers/create', 'POST /containers/*/start'];

/** Shapes of scripts that end by themselves and leave the shell as it is for the next one. */
export const terminalShapes: Shape[] = [
  {
    name: 'a here-document writes the app',
    script: `cat > runapp.js <<'EOF'
const { createServer } = require('http');
createServer((q, s) => { console.log('hit'); s.end('Success: ' + require('os').hostname() + '\\n'); }).listen(6060);
EOF`,
    codes: [0],
    shows: /^$/,
  },
  {
    name: 'a run over continued lines',
    script: `docker run -itd \\\n  -p 6060:6060 --name web -h web1 \\\n\t-v $PWD:/app ${baseImage} node /app/runapp.js`,
    codes: [0],
    shows: /^[0-9a-f]{64}\n$/,
    calls: created,
    events: ['create', 'connect', 'start'],
  },
  {
    name: 'the course’s address answers',
    script: 'curl 192.168.56.101:6060\ncurl -s localhost:6060',
    codes: [0, 0],
    shows: 'Success: web1\n',
  },
  { name: 'a pipe', script: "docker ps --format '{{.Names}}' | grep -c web", codes: [0], shows: '1\n' },
  {
    name: 'exit codes and $?',
    script: `${run} sh -c 'exit 42'\necho "code $?"\ndocker inspect nope\necho $?`,
    codes: [42, 0, 1, 0],
    shows: 'code 42\n',
    events: ['die'],
  },
  {
    name: 'background jobs and wait',
    script: `docker run -d --name b1 ${baseImage} sleep 600 &\ndocker run -d --name b2 ${baseImage} sleep 600 & wait\ndocker ps -q | wc -l`,
    codes: [0, 0, 0],
    shows: '3\n',
  },
  {
    name: 'a foreground run sent to the background',
    script: `${run} node -e 'setInterval(() => {}, 9e9)' &\nsleep 1; docker kill $(docker ps -lq)\nwait`,
    codes: [0, 0, 0],
    shows: /[0-9a-f]{12}\n/,
  },
  {
    name: 'cd and back',
    script: `mkdir -p app && cd app\npwd; echo a > f\ncd ..\n${run.replace('--rm', '--rm -v $PWD/app:/a')} cat /a/f`,
    codes: [0, 0, 0, 0],
    shows: '/workspace/app\na\n',
  },
  {
    name: 'a function that calls docker',
    script: `names() {\n  docker ps --format '{{.Names}}' |\n    sort\n}\nnames`,
    codes: [0, 0],
    shows: 'b1\nb2\nweb\n',
    calls: ['GET /containers/json'],
  },
  {
    name: 'a loop over containers',
    script: 'for c in b1 b2; do\n  docker rename $c new-$c\ndone',
    codes: [0],
    events: ['rename', 'rename'],
  },
  {
    name: 'a while loop over a pipe',
    script: `docker ps --format '{{.Names}}' --filter name=new | while read n\ndo\n  echo "<$n>"\ndone | sort`,
    codes: [0],
    shows: '<new-b1>\n<new-b2>\n',
  },
  {
    name: 'read from a here-string',
    script: `read a b <<< "$(docker inspect -f '{{.State.Status}} {{.Name}}' web)"\necho "$b is $a"`,
    codes: [0, 0],
    shows: '/web is running\n',
  },
  {
    name: 'a shadowed docker',
    script: `docker() { echo "mine: $*"; }\ndocker ps\nunset -f docker`,
    codes: [0, 0, 0],
    shows: 'mine: ps\n',
    calls: [],
  },
  {
    name: 'an alias',
    script: "alias d='docker'\nd images -q | wc -l",
    codes: [0, 0],
    shows: '1\n',
    calls: ['GET /images/json'],
  },
  {
    name: 'sudo',
    script: 'sudo docker ps -q | wc -l\nsudo -E docker version -f x',
    codes: [0, 0],
    shows: '3\n',
  },
  {
    name: 'quotes over lines, in Korean',
    script: `${run} sh -c '\necho "첫 줄: 안녕하세요"\necho 둘째\n'`,
    codes: [0],
    shows: '첫 줄: 안녕하세요\n둘째\n',
  },
  {
    name: 'a script in stdin',
    script: `docker run -i --rm ${baseImage} sh <<'EOF'\necho inner; exit 3\nEOF\necho $?`,
    codes: [3, 0],
    shows: 'inner\n3\n',
  },
  {
    name: 'a pipe into a container',
    script: `echo 'echo piped' | docker run -i --rm ${baseImage} sh`,
    codes: [0],
    shows: 'piped\n',
  },
  {
    name: 'a Dockerfile in stdin',
    script: `docker build -q -t x:1 - <<EOF\nFROM ${baseImage}\nENV A=1\nEOF`,
    codes: [0],
    shows: /^sha256:[0-9a-f]{64}\n$/,
  },
  { name: 'save and load', script: 'docker save x:1 | docker load', codes: [0], shows: 'Loaded image: x:1' },
  {
    name: 'export and import',
    script: `docker export new-b1 > b1.tar; cat b1.tar | docker import -c 'CMD ["node"]' - flat:1\nrm b1.tar`,
    codes: [0, 0],
    shows: /sha256:/,
    events: ['export', 'import'],
  },
  {
    name: 'cp both ways',
    script:
      'docker cp runapp.js web:/tmp/r.js\ndocker cp web:/tmp/r.js back.js; cmp runapp.js back.js && echo same',
    codes: [0, 0],
    shows: 'same\n',
    events: ['extract-to-dir', 'archive-path'],
  },
  {
    name: 'a stop that takes its ten seconds, then wait',
    script: 'docker stop new-b1\ndocker wait new-b1',
    codes: [0, 0],
    shows: 'new-b1\n137\n',
    events: ['kill', 'kill', 'die', 'stop'],
  },
  {
    name: 'five thousand lines',
    script: `${run} node -e 'for (let i = 1; i <= 5000; i++) console.log("row", i)'`,
    codes: [0],
    shows: 'row 1\nrow 2\n',
  },
  { name: 'a very long line', script: `echo ${'x'.repeat(9000)} | wc -c`, codes: [0], shows: '9001\n' },
  { name: 'clear and reset', script: 'clear\nreset\necho on', codes: [0, 0, 0], shows: 'on\n' },
  {
    name: 'a refusal, and on',
    script: `docker run --privileged ${baseImage} true\necho $?`,
    codes: [125, 0],
    shows: 'drydock',
  },
  {
    name: 'a command that does not exist',
    script: 'dcoker ps',
    codes: [127],
    shows: 'dcoker: command not found',
  },
  {
    name: 'redirections of the shell itself',
    script: "exec > all.txt\ndocker ps --format '{{.Names}}'\nexec > /dev/tty\nsort all.txt",
    codes: [0, 0, 0, 0],
    shows: 'new-b2\nweb\n',
  },
  {
    name: 'traps',
    script: "trap 'echo failed' ERR\ndocker rm nope\ntrap - ERR",
    codes: [0, 1, 0],
    shows: 'failed\n',
  },
  { name: 'tabs and comments', script: '\tdocker ps -q\t| wc -l # how many?', codes: [0], shows: '2\n' },
  { name: 'an exclamation mark', script: 'echo "done!" !!', codes: [0], shows: 'done! !!\n' },
  {
    name: 'cleaning up',
    script: 'docker rm -f $(docker ps -aq)',
    codes: [0],
    events: ['kill', 'die', 'destroy'],
  },
];
