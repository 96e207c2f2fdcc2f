import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../result.ts';
import { neverReached } from './unreached.ts';

const gate = '/drydock/docker.sock';
const said = (output: string) => [{ output: 'hello\n' }, { output }];
const call = { path: '/_ping' } as ApiCall;

describe('neverReached', () => {
  it.each([
    'Cannot connect to the Docker daemon at unix:///drydock/docker.sock. Is the docker daemon running?',
    'failed to connect to the docker API at unix:///drydock/docker.sock; check if the path is correct',
    'error during connect: dial unix /drydock/docker.sock: connect: connection refused',
  ])('knows a terminal without a gate by the CLI’s words: %s', (output) => {
    expect(neverReached(said(output), [], gate)).toBe(true);
  });

  it('takes one request that came through for a way that works', () => {
    expect(neverReached(said(`Cannot connect to the Docker daemon at unix://${gate}.`), [call], gate)).toBe(
      false,
    );
  });

  it('leaves to the student what is about another address, or about no connection', () => {
    const other = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.';
    expect(neverReached(said(other), [], gate)).toBe(false);
    expect(neverReached(said('docker: command not found'), [], gate)).toBe(false);
    expect(neverReached([], [], gate)).toBe(false);
  });
});
