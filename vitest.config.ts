import { configDefaults, defineConfig } from 'vitest/config';

const withEngine = '**/*.docker.test.ts';
const exclude = [...configDefaults.exclude, 'dist/**', '.drydock/**'];

/** Two projects: `unit` is fast and needs no Docker; `docker` starts real engines, one file after another. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, withEngine],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'docker',
          include: [withEngine],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Engines on a busy machine answer late, and late answers would be taken for slow students.
          fileParallelism: false,
        },
      },
    ],
  },
});
