import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Real sockets and processes on a machine shared with others: in CI a test that fails is tried once more and shown as such.
    retry: process.env['CI'] ? 1 : 0,
    coverage: {
      provider: 'v8',
      include: ['src/core/**'],
      reporter: ['text-summary'],
    },
  },
});
