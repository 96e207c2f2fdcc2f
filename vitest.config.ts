import { configDefaults, defineConfig } from 'vitest/config';

const withEngine = '**/*.docker.test.ts';
const long = '**/*.long.test.ts';
const exclude = [...configDefaults.exclude, 'dist/**', '.drydock/**'];

const engines = {
  exclude,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Engines on a busy machine answer late, and late answers would be taken for slow students.
  fileParallelism: false,
};

/**
 * `unit` is fast and needs no Docker. `docker` starts real engines, and redis-servers, one file after another; `long` does so too, and
 * takes minutes: it attacks, breaks and fills the sandbox, walks the whole chapter and prepares images from nothing.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, withEngine, long],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          ...engines,
          name: 'docker',
          include: [withEngine],
        },
      },
      {
        test: {
          ...engines,
          name: 'long',
          include: [long],
        },
      },
    ],
  },
});
