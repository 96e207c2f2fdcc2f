import { expect, it } from 'vitest';
import { startForTest, type } from '../sandbox/start-for-test.test-support.ts';
import { endedContainer, settledContainer } from './index.ts';

const image = 'node:20-alpine3.17';

/** Works for so many seconds, as a program does that starts on a slow machine. */
const worksFor = (seconds: number) =>
  `end=$(($(date +%s) + ${seconds})); while [ $(date +%s) -lt $end ]; do :; done`;

it('tells one that stays up from one that only takes long to fail', async () => {
  await using sandbox = await startForTest();
  const failsOnce = '[ -e /once ] || { touch /once; exit 1; }';
  await type(
    sandbox,
    [
      `docker run -d --restart=always --name=sleeps ${image} sh -c 'sleep 4; exit 3'`,
      `docker run -d --restart=always --name=recovers ${image} sh -c '${failsOnce}; exec sleep 1000'`,
      `docker run -d --name=waits ${image} sleep 1000`,
      `docker run -d --name=works ${image} sh -c 'while :; do :; done'`,
      `until docker inspect -f '{{.RestartCount}}' sleeps | grep 1; do sleep 0.1; done`,
      `docker run -d --name=crashes ${image} sh -c '${worksFor(4)}; exit 3'`,
      `docker run -d --restart=always --name=loops ${image} sh -c '${worksFor(4)}; exit 3'`,
      '',
    ].join('\n'),
  );
  const stateOf = async (name: string) => {
    const container = await settledContainer(sandbox.daemon, name);
    return [name, container?.state, container?.exitCode];
  };
  const names = ['crashes', 'loops', 'sleeps', 'recovers', 'waits', 'works'];
  expect(await Promise.all(names.map(stateOf))).toEqual([
    ['crashes', 'exited', 3],
    ['loops', 'restarting', expect.any(Number)],
    ['sleeps', 'restarting', expect.any(Number)],
    ['recovers', 'running', 0],
    ['waits', 'running', 0],
    ['works', 'running', 0],
  ]);
  expect(await settledContainer(sandbox.daemon, 'absent')).toBeUndefined();
});

it('waits for one that still works for its end, and not for one that serves', async () => {
  await using sandbox = await startForTest();
  await type(
    sandbox,
    `docker run -d --name=serves ${image} sleep 1000\ndocker run -d --name=late ${image} sh -c '${worksFor(8)}; exit 4'\n`,
  );
  const endOf = async (name: string) => {
    const container = await sandbox.daemon.container(name);
    return container && endedContainer(sandbox.daemon, container);
  };
  const [serves, late] = await Promise.all([endOf('serves'), endOf('late')]);
  expect(serves).toMatchObject({ state: 'running' });
  expect(late).toMatchObject({ state: 'exited', exitCode: 4 });
});
