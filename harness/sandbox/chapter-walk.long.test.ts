import { test, vi } from 'vitest';
import { shownOf, walkOf, walkScript } from './chapter-walk/walk.test-support.ts';
import { Sandbox } from './sandbox.ts';
import { imagesForTest, outer, type } from './start-for-test.test-support.ts';

const node = 'node:20-alpine3.17';
// Most of a walk is waiting, which two do as well as one.
vi.setConfig({ maxConcurrency: 2 });

test.concurrent.for<[name: string, images: string[], left: string[]]>([
  [
    'clip1-isolation',
    ['ubuntu:14.04', 'ubuntu:16.04'],
    ['mycontainer running 0', 'myubuntu16-1 exited 0', 'myubuntu16-2 exited 3', 'sleeper running 0'],
  ],
  [
    'clip2-run',
    [node],
    ['after running 0', 'chatty exited 0', 'node-run exited 143', 'node-run2 exited 143'],
  ],
  [
    'clip2-options',
    ['alpine', 'centos', 'nginx:1.25.0-alpine', 'mysql:5.7-debian'],
    [
      'failing exited 7',
      'my_container running 0',
      'mydb running 0',
      'steady running 0',
      'stopped exited 137',
      'web running 0',
      'web80 created 128',
      'webserver running 0',
    ],
  ],
  ['clip3-lifecycle', [node, 'alpine'], []],
  [
    'clip3-exit-codes',
    ['alpine'],
    [
      'aborted exited 134',
      'chosen exited 128',
      'crashed exited 139',
      'failed exited 1',
      'hungry exited 137',
      'killed exited 137',
      'not-executable created 126',
      'not-found created 127',
      'ok exited 0',
      'out-of-range exited 255',
      'stopped exited 143',
    ],
  ],
  [
    'clip3-attach-exec',
    [node, 'alpine', 'ubuntu:22.04'],
    ['my_container running 0', 'node-run running 0', 'node-run3 running 0', 'top-container running 0'],
  ],
  ['clip3-export-import', [node], ['node-run3 running 0', 'node-run5 running 0']],
])('%s: every command does what the chapter shows', async ([name, images, left], { expect }) => {
  const { signal } = new AbortController();
  await using sandbox = await Sandbox.start({
    outer,
    images: await imagesForTest(images),
    files: [],
    signal,
  });
  const { evidence, exit } = await type(sandbox, walkScript(name));
  const { expected } = walkOf(name, evidence.commands);
  const shown = shownOf(evidence.commands);
  for (const [index, { line, text, code, output, endings }] of shown.entries()) {
    const wanted = expected[index];
    const where = `line ${line}: ${text}`;
    // A key is pressed again when a slow machine has not answered yet, as a person would.
    const pressed = endings.filter((key, at) => key !== endings[at - 1]);
    expect
      .soft({ where, code, endings: pressed, output })
      .toMatchObject({ where, code: wanted?.code, endings: wanted?.endings });
    for (const pattern of wanted?.patterns ?? []) expect.soft(output, where).toMatch(pattern);
  }
  expect(exit).toMatchObject({ kind: 'end' });
  const containers = await sandbox.daemon.containers();
  expect(containers.map(({ name, state, exitCode }) => `${name} ${state} ${exitCode}`).sort()).toEqual(left);
});
