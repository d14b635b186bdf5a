import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // test/host runs inside VS Code, under its own runner.
    exclude: ['test/host/**', '**/node_modules/**'],
    testTimeout: 20_000,
  },
});
