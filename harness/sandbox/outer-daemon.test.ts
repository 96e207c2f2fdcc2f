import { expect, test } from 'vitest';
import { proveSame } from './outer-daemon.ts';

const socket = (socketPath: string) => ({ host: undefined, socketPath });

test.each([
  ['the same socket', socket('/run/engine.sock'), socket('/run/engine.sock')],
  ['the same host', { host: 'engine.example' }, { host: 'engine.example' }],
  ['no DOCKER_HOST', { socketPath: () => '/run/docker.sock' }, socket('/var/run/docker.sock')],
])('%s is fine', (_title, own, used) => {
  expect(() => proveSame(own, used)).not.toThrow();
});

test.each([
  ['another socket', socket('/run/engine.sock'), socket('/var/run/docker.sock')],
  ['another host', { host: 'engine.example' }, { host: 'desktop.example' }],
  ['a host for a socket', socket('/run/engine.sock'), { host: 'desktop.example' }],
])('%s is the machine’s trouble', (_title, own, used) => {
  expect(() => proveSame(own, used)).toThrow(expect.objectContaining({ code: 'OUTER_OTHER' }));
});
