import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Tests share no state (the files hold in any order), and reading the models anew for each of 200 files took half of the time.
    isolate: false,
    // By default a core is left free, which is half of a machine with two.
    maxWorkers: '100%',
    // Real sockets and processes on a machine shared with others: in CI a test that fails is tried once more and shown as such.
    retry: process.env['CI'] ? 1 : 0,
    coverage: {
      provider: 'v8',
      include: ['src/core/**'],
      reporter: ['text-summary'],
    },
  },
});
