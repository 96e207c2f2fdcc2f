import { baseImage } from '../start-for-test.test-support.ts';
import type { Shape } from './seen-shapes.test-support.ts';

/** Shapes with something in the background, or with slips: who did it is known, and nothing is ended that ends by itself. */
export const jobShapes: Shape[] = [
  { name: 'given: a container', script: `docker run -itd --name box ${baseImage} sh`, codes: [0] },
  {
    name: 'a job beside the sleep on its line',
    script: 'docker events > seen & sleep 4; docker rename box box9; sleep 1.5; kill %1; grep -c rename seen',
    codes: [0],
    shows: /^1$/m,
    events: ['rename'],
  },
  {
    name: 'a job that acts while another line is typed',
    script: '(sleep 0.5; docker rename box9 box) &',
    codes: [0],
    calls: ['POST /containers/box9/rename'],
    events: ['rename'],
  },
  { name: 'the other line', script: 'sleep 1.5', codes: [0] },
  {
    name: 'what timeout ends',
    script: 'timeout 3 docker logs -f box\necho $?',
    codes: [124, 0],
    shows: '124\n',
    calls: ['GET /containers/*/logs'],
  },
  {
    name: 'a closed stderr',
    script: 'exec 2>&-\ndocker ps -q | wc -l\nexec 2>/dev/tty',
    codes: [0, 0, 0],
    shows: '1\n',
  },
  {
    name: 'a slip of the dash',
    script: 'docker inspect –f x box\ndocker rm –f',
    codes: [1, 1],
    shows: /No such object: –f(.|\n)*No such container: –f/,
  },
  {
    name: 'the daemon where it always is',
    script:
      "curl -s --unix-socket /var/run/docker.sock http://localhost/containers/json | grep -o '/box'\n(unset DOCKER_HOST; docker ps -q | wc -l)\ndocker -H unix:///run/docker.sock ps -q | wc -l",
    codes: [0, 0, 0],
    shows: /^\/box\n1\n1\n$/,
    calls: ['GET /containers/json'],
  },
  { name: 'and on', script: 'echo on', codes: [0], shows: 'on\n' },
];
