import { defineConfig } from 'vitest/config';

/** Claims that need no browser. One file after another shares two cores badly, so files run in parallel. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
