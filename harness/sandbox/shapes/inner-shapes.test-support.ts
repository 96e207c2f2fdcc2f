import { baseImage } from '../start-for-test.test-support.ts';
import type { Shape } from './seen-shapes.test-support.ts';

/** Lines that a script has for the shell of a container: indented as the course writes them, or up to an `exit`. */
export const innerShapes: Shape[] = [
  { name: 'given: a container', script: `docker run -itd --name box -h box1 ${baseImage} sh`, codes: [0] },
  {
    name: 'up to an exit',
    script: 'docker exec -it box sh\nhostname > /tmp/name\ncat <<EOF\nhere\nEOF\nexit 4\necho $?',
    codes: [4, null, null, null, 0],
    shows: /here\n(.|\n)*\n4\n$/,
  },
  {
    name: 'indented',
    script: 'docker exec -it box sh\n\ttouch /tmp/kevin\n\tcat /tmp/name\ndocker diff box',
    codes: [0, null, null, 0],
    keys: ['Ctrl-D'],
    shows: /box1\n(.|\n)*A \/tmp\/kevin\n/,
  },
  {
    name: 'something endless among them',
    script: 'docker exec -it box sh\n  tail -f /tmp/name\n  touch /tmp/after\n  exit\ndocker diff box',
    codes: [0, null, null, null, 0],
    keys: ['Ctrl-C'],
    shows: 'A /tmp/after\n',
  },
  {
    name: 'one without a terminal',
    script: 'docker exec -i box sh\n\techo here > /tmp/plain\n\tcat /tmp/plain; hostname\n\texit 6\necho $?',
    codes: [6, null, null, null, 0],
    shows: /here\nbox1\n(.|\n)*6\n$/,
  },
  {
    name: 'a shell that is not there',
    script: 'docker exec -it box bash\ntouch wrong-place\nexit\nls',
    codes: [126, 0],
    shows: /executable file not found in \$PATH: unknown\n$/,
  },
  {
    name: 'an editor among them',
    script:
      "docker exec -it -e PS1='mine> ' box sh\n  vi /tmp/name\n  touch /tmp/edited\n  exit 3\ndocker diff box",
    codes: [3, null, null, null, 0],
    keys: ['Esc', ':q!'],
    shows: /^[^;]*mine> (.|\n)*A \/tmp\/edited\n/,
  },
  {
    name: 'attached to a shell, Enter shows its prompt',
    script: 'docker attach box\n  touch /tmp/attached\ndocker diff box',
    codes: [1, null, 0],
    keys: ['Ctrl-P Ctrl-Q'],
    shows: 'A /tmp/attached\n',
  },
  {
    name: 'a new container’s',
    script: `docker run -it --name made ${baseImage} sh\n  echo 'fastcampus!' > my.txt\n  exit 7\ndocker cp made:/my.txt . && cat my.txt`,
    codes: [7, null, null, 0],
    shows: 'fastcampus!\n',
    events: ['start', 'die'],
  },
  {
    name: 'lines that speak to docker are the terminal’s own',
    script: 'docker exec -it box sh\ndocker ps -q | wc -l',
    codes: [0, 0],
    keys: ['Ctrl-D'],
    shows: '1\n',
  },
];
