import { expect, it } from 'vitest';
import { startForTest, type } from '../sandbox/start-for-test.test-support.ts';
import { fillLog } from './index.ts';

const image = 'node:20-alpine3.17';
const rotating = '--log-opt max-size=1m --log-opt max-file=3';

it('writes through a container’s own output until the engine has all of it, with a terminal or without', async () => {
  await using sandbox = await startForTest();
  await type(
    sandbox,
    [
      `docker run -itd --name=terminal ${rotating} ${image} sh`,
      `docker run -d --name=plain ${rotating} ${image} sleep 1000`,
      `docker run -d --name=elsewhere ${image} sh -c 'exec sleep 1000 >/dev/null'`,
      `docker run --name=ended ${image} true`,
      '',
    ].join('\n'),
  );
  const { daemon } = sandbox;
  const fill = async (name: string, withinMs?: number) => {
    const filled = await fillLog(daemon, name, { bytes: 2_500_000, word: `last-of-${name}`, withinMs });
    const container = await daemon.container(name);
    const files = container ? await daemon.logFiles(container) : [];
    return { filled, rotated: files.slice(1).map(({ sizeBytes }) => sizeBytes >= 1_000_000) };
  };
  expect(await fill('terminal')).toEqual({ filled: true, rotated: [true, true] });
  expect(await fill('plain')).toEqual({ filled: true, rotated: [true, true] });
  expect(await fill('elsewhere', 300)).toEqual({ filled: false, rotated: [] });
  expect(await fill('ended')).toEqual({ filled: false, rotated: [] });
  expect(await fillLog(daemon, 'absent', { bytes: 1, word: 'x' })).toBe(false);
});
