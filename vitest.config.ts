import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Each file has a process of its own, and many start programs: what they all load is compiled once.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
    expect: { poll: { timeout: 40_000 } },
  },
});
