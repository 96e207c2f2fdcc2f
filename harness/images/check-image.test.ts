import { expect, test } from 'vitest';
import { checkImage } from './check-image.ts';

const expects = {
  entrypoint: ['start'],
  cmd: ['node'],
  run: [{ command: ['node', '--version'], prints: '^v20\\.' }],
};
const image = (entrypoint: string[] | null, cmd: string[] | null, output: string) => ({
  config: async () => ({ Entrypoint: entrypoint, Cmd: cmd }),
  run: async () => output,
});

test('an image that keeps every promise has no problems', async () => {
  expect(await checkImage(expects, image(['start'], ['node'], 'v20.10.0\n'))).toEqual([]);
});

test('each broken promise is told with what was found', async () => {
  const problems = await checkImage(expects, image(null, ['sh'], 'v18.0.0'));
  expect(problems.map(({ en }) => en)).toEqual([
    'ENTRYPOINT should be ["start"] but is []',
    'CMD should be ["node"] but is ["sh"]',
    '`node --version` should print /^v20\\./ but printed "v18.0.0"',
  ]);
});

test('what is not promised is not looked at', async () => {
  expect(await checkImage({ run: [] }, image(['x'], ['y'], ''))).toEqual([]);
});
