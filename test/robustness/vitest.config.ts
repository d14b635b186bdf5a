import { defineConfig } from 'vitest/config';

/** `npm run test:stress`: what takes minutes, or measures the machine. */
export default defineConfig({
  test: {
    include: ['test/robustness/*.stress.ts'],
    testTimeout: 900_000,
    // A hundred thousand files are not removed in ten seconds.
    hookTimeout: 900_000,
    reporters: ['verbose'],
  },
});
