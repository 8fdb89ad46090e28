import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Each file has a process of its own, and many start programs: what they all load is compiled once.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

/** Rules and conversations, which open no server: a process plays one file of them after another, and loads the bot once. */
const TOGETHER = ['core', 'content', 'chat', 'analysis', 'bot', 'report', 'journeys'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

const shared = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 40_000 } },
} as const;

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      { test: { ...shared, name: 'together', include: TOGETHER, isolate: false } },
      { test: { ...shared, name: 'apart', include: ['test/**/*.test.ts'], exclude: TOGETHER } },
    ],
  },
});
