import { baseImage } from '../start-for-test.test-support.ts';
import type { Shape } from './seen-shapes.test-support.ts';

const later = (program: string) => `printf '#!/bin/sh\\n${program}\\n' > go.sh; chmod +x go.sh`;

/** Programs of the student's own that say nothing: what their processes wait for tells whether they end. */
export const silentShapes: Shape[] = [
  { name: 'sleep infinity', script: 'sleep infinity', codes: [130], keys: ['Ctrl-C'] },
  { name: 'given: one in a script', script: later('sleep infinity'), codes: [0] },
  { name: 'sleep infinity in a script', script: './go.sh', codes: [130], keys: ['Ctrl-C'] },
  { name: 'given: one that asks', script: later('read answer; echo got-$answer'), codes: [0] },
  {
    name: 'a script that reads the keyboard',
    script: './go.sh',
    codes: [0],
    keys: ['Ctrl-D'],
    shows: 'got-',
  },
  {
    name: 'a program that reads the keyboard',
    script: `perl -e 'my $line = <STDIN>; print "read\\n"'`,
    codes: [0],
    keys: ['Ctrl-D'],
    shows: 'read\n',
  },
  { name: 'given: one that follows', script: later('tail -f /dev/null'), codes: [0] },
  { name: 'tail -f in a script', script: './go.sh', codes: [130], keys: ['Ctrl-C'] },
  {
    name: 'a server in the foreground',
    script: `perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0); bind(S, sockaddr_in(7070, INADDR_ANY)); listen(S, 1); accept(C, S)'`,
    codes: [130],
    keys: ['Ctrl-C'],
  },
  { name: 'given: one that sleeps', script: later('sleep 12; echo rested'), codes: [0] },
  { name: 'a long sleep ends by itself', script: './go.sh', codes: [0], shows: 'rested\n' },
  { name: 'so does a wait', script: 'sleep 11 & wait', codes: [0] },
  {
    name: 'and what has a value that is an endless command’s name',
    script: `docker run --rm -e AGREE=yes ${baseImage} sh -c 'for i in 1 2 3 4 5 6; do sleep 1; echo $i; done'`,
    codes: [0],
    shows: '6\n',
  },
  {
    name: 'and a silent piece of work',
    script: `perl -e '$end = time + 12; 1 while time < $end; print "worked\\n"'`,
    codes: [0],
    shows: 'worked\n',
  },
];
