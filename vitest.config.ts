import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'library',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/cli/**', 'test/product/**'],
          globalSetup: ['test/build-kernel.ts'],
          // A property is tried a hundred times: over the usual five seconds where a machine has other work.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          // These run bin/dedupe.js, and with it dist/, as a user does; only they need the whole build.
          name: 'command',
          include: ['test/browser/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/product/**/*.test.ts'],
          globalSetup: ['test/build.ts'],
          // They wait for processes, several at once, on machines that may be busy.
          sequence: { concurrent: true },
          testTimeout: 60_000,
        },
      },
    ],
  },
});
