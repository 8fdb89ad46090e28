/** The directions of the house: what each room may lean on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'es-module-lexer';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  circles,
  importsOf,
  loadedBy,
  type Rule,
  roomOf,
  type SourceFile,
  violations,
} from './boundaries.ts';

const ROOT = join(import.meta.dirname, '..');

const RULES: Readonly<Record<string, Rule>> = {
  core: { rooms: [], node: false },
  chat: { rooms: [], packages: ['zod'], node: false },
  content: {
    rooms: ['core'],
    packages: ['zod', 'yaml', 'temporal-polyfill'],
    node: ['crypto', 'fs/promises', 'path'],
  },
  // By file path: the package's own entry loads .env, prints banners and costs 120 MB.
  analysis: {
    rooms: ['core'],
    packages: ['natural/lib', 'graphology', 'graphology-communities-louvain'],
    node: ['worker_threads'],
  },
  app: { rooms: ['core'], node: false },
  host: { rooms: ['app/ports', 'chat', 'core', 'log'], packages: ['zod'] },
  bot: { rooms: ['app', 'core', 'chat'], packages: ['zod', 'temporal-polyfill'], node: ['crypto'] },
  store: {
    rooms: ['app/ports', 'core'],
    packages: [
      '@electric-sql/pglite',
      '@prisma/client',
      '@prisma/adapter-pg',
      '@prisma/driver-adapter-utils',
      'pg',
      'pglite-prisma-adapter',
      'uuid',
    ],
  },
  // A job is sent inside the store's own transaction, and pg-boss runs on its database.
  jobs: { rooms: ['app/ports', 'core', 'store'], packages: ['zod', 'pg-boss'] },
  report: {
    rooms: ['app/ports', 'core'],
    packages: ['zod', 'csv-stringify', 'write-excel-file', 'yaml', 'docx', 'pdfkit'],
    node: false,
  },
  commands: { rooms: ['app', 'core', 'content'], packages: ['commander', 'csv-parse', 'sax', 'yauzl'] },
  demo: { rooms: ['app', 'core', 'chat'] },
  config: { rooms: [], packages: ['zod'] },
  log: { rooms: [], packages: ['pino'] },
  compose: { rooms: ['*'], packages: ['uuid', '@resvg/resvg-js'] },
  entry: { rooms: ['*'] },
  compiled: { rooms: [] },
  lean: { rooms: [] },
  'adapters/memory': { rooms: ['chat'] },
  'adapters/http': { rooms: [] },
  'adapters/web': { rooms: ['adapters/http', 'chat'], packages: ['zod', 'nodemailer', '@fastify'] },
  'adapters/slack': { rooms: ['adapters/http', 'chat'], packages: ['zod', '@slack'] },
  'adapters/matrix': { rooms: ['chat'], packages: ['zod', 'matrix-js-sdk', 'fake-indexeddb'] },
};

const sources = (folder: string): SourceFile[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('/generated/'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

beforeAll(() => init);

describe('the house', () => {
  const files = [...sources('src'), ...sources('adapters')];

  test('each room leans only on those below it', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(500);
    expect(violations(files, RULES)).toEqual([]);
  });

  test('no two rooms lean on each other', () => {
    const room = (path: string) => (roomOf(path) === 'app/ports' ? 'app' : roomOf(path));
    expect(circles(files, room)).toEqual([]);
  });

  test.each([
    [
      'src/tour.ts',
      /^adapters\/|^src\/(store|bot|analysis)\/|^(pg|@prisma|@electric-sql|matrix-js-sdk|@slack)/u,
    ],
    ['src/compose/open-core.ts', /^adapters\/(slack|matrix)\/|^(matrix-js-sdk|@slack|nodemailer)/u],
    ['src/start.ts', /^adapters\/(slack|matrix)\/|^(matrix-js-sdk|@slack)/u],
  ])('%s loads no more than it begins with', (entry, heavy) => {
    const loaded = [...loadedBy(entry, files)];
    expect(loaded.length).toBeGreaterThan(100);
    expect(loaded.filter((path) => heavy.test(path))).toEqual([]);
  });

  test('no file comes back to itself', () => {
    expect(circles(files, (path) => path)).toEqual([]);
  });
});

describe('the check itself', () => {
  const planted = (path: string, text: string) => violations([{ path, text }], RULES);

  test.each([
    ['src/core/round/open.ts', "import { perform } from '../../app/perform.ts';", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "import type { Actor } from '../../app/perform.ts';", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "import { type Actor } from '../../app/perform.ts';", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "export type { Actor } from '../../app/perform.ts';", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "export * from '../../app/perform.ts';", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "type A = import('../../app/perform.ts').Actor;", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "const a = await import('../../app/perform.ts');", 'src/app/perform.ts'],
    ['src/core/round/open.ts', "import { z } from 'zod';", 'zod'],
    ['src/core/round/open.ts', "import { randomUUID } from 'node:crypto';", 'node:crypto'],
    ['src/host/drain.ts', "import { perform } from '../app/perform.ts';", 'src/app/perform.ts'],
    ['src/bot/router.ts', "import { createStore } from '../store/store.ts';", 'src/store/store.ts'],
    ['src/bot/router.ts', "import { App } from '@slack/bolt';", '@slack/bolt'],
    ['src/analysis/stems.ts', "import natural from 'natural';", 'natural'],
    ['src/demo/script.ts', "import { compose } from '../compose.ts';", 'src/compose.ts'],
    ['adapters/web/chat.ts', "import { ref } from '../../src/core/ids.ts';", 'src/core/ids.ts'],
    [
      'adapters/web/chat.ts',
      "import { MemoryPlatform } from '../memory/platform.ts';",
      'adapters/memory/platform.ts',
    ],
  ])('finds what is planted in %s: %s', (path, text, to) => {
    expect(planted(path, text)).toEqual([`${path} imports ${to}`]);
  });

  test('lets pass what is allowed', () => {
    const allowed = [
      "import type { Clock } from '../app/ports/edge.ts';",
      "import { code } from '../log.ts';",
      'export type Kept = { readonly type: string };',
      "const text = 'no import here';",
    ].join('\n');
    expect(planted('src/host/drain.ts', allowed)).toEqual([]);
    expect(planted('src/demo/play.ts', "import { compose } from '../compose.ts';")).toEqual([]);
  });

  test('wants a rule for each room', () => {
    expect(planted('src/helpers/misc.ts', '')).toEqual(['src/helpers/misc.ts: no rule for the room helpers']);
  });

  test('finds circles of files and of rooms, through types alone', () => {
    const files = [
      { path: 'src/core/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'src/core/b.ts', text: "import type { C } from '../app/c.ts';" },
      { path: 'src/app/c.ts', text: "import type { A } from '../core/a.ts';" },
      { path: 'src/app/d.ts', text: "import type { A } from '../core/a.ts';" },
    ];
    expect(circles(files, (path) => path)).toEqual([['src/app/c.ts', 'src/core/a.ts', 'src/core/b.ts']]);
    expect(circles(files, roomOf)).toEqual([['app', 'core']]);
  });
});
