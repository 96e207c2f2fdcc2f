import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseReaper, fetchReaper } from './reaper.ts';
import { imagesForTest, outer } from './start-for-test.test-support.ts';

const kept = { ...process.env };
beforeEach(() => {
  delete process.env.TESTCONTAINERS_RYUK_DISABLED;
});
afterEach(() => {
  process.env = { ...kept };
});

it('does without a reaper that no registry gives', async () => {
  process.env.RYUK_CONTAINER_IMAGE = '127.0.0.1:9/nobody/ryuk:1';
  expect(await fetchReaper(outer)).toBe(false);
  await chooseReaper(outer);
  expect(process.env.TESTCONTAINERS_RYUK_DISABLED).toBe('true');
});

it('takes the reaper whose image is there', async () => {
  const { engineImage } = await imagesForTest();
  delete process.env.TESTCONTAINERS_RYUK_DISABLED;
  process.env.RYUK_CONTAINER_IMAGE = engineImage;
  await chooseReaper(outer);
  expect(process.env.TESTCONTAINERS_RYUK_DISABLED).toBe('false');
});
