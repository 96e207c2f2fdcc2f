import { expect, test } from 'vitest';
import type { GoldenImage } from './golden-store.ts';
import { isCurrent } from './golden-store.ts';
import { buildVersion, kitVersion } from './recipe.ts';

const image = (more: Partial<GoldenImage>): GoldenImage => ({
  id: 'sha256:aa',
  standIn: false,
  source: 'local',
  slug: 'x',
  names: {},
  sizeBytes: 1,
  ...more,
});
const build = { context: 'noderun', version: buildVersion('noderun'), from: 'base', fromId: 'sha256:aa' };
const built = image({ id: 'sha256:bb', source: 'build', build });

test('an image that was fetched stays as it is', () => {
  expect(isCurrent({ base: image({}) }, 'base')).toBe(true);
  expect(isCurrent({}, 'base')).toBe(false);
});

test('a stand-in is of the present recipe', () => {
  const made = (version: string) => image({ source: 'kit', kit: { name: 'node', version } });
  expect(isCurrent({ base: made(kitVersion('node')) }, 'base')).toBe(true);
  expect(isCurrent({ base: made('0123456789ab') }, 'base')).toBe(false);
  expect(isCurrent({ base: made('0123456789ab'), top: built }, 'top')).toBe(false);
});

test('an image that was built is of the present recipe, on the base that the store has now', () => {
  expect(isCurrent({ base: image({}), top: built }, 'top')).toBe(true);
  expect(isCurrent({ base: image({ id: 'sha256:cc' }), top: built }, 'top')).toBe(false);
  expect(isCurrent({ top: built }, 'top')).toBe(false);
  const old = image({ source: 'build', build: { ...build, version: '0123456789ab' } });
  expect(isCurrent({ base: image({}), top: old }, 'top')).toBe(false);
});
