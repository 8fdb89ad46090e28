/** The command line, run inside the test on a database of its own, with what it says kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/app/ports/edge.ts';
import type { Core } from '../../src/commands/context.ts';
import { run } from '../../src/commands/program.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { openCore } from '../../src/compose/open-core.ts';
import type { Database } from '../../src/store/database.ts';
import { maintenance } from '../../src/store/maintenance.ts';
import { embeddedCopy } from '../databases.ts';

export const NOON = Date.parse('2026-03-12T12:00:00Z');
export const GRAND_DEBAT = join(import.meta.dirname, '../fixtures/consultations/grand-debat');

export const LILLE = join(import.meta.dirname, '../../prompts/mel-ess-2015-2020');

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandLine {
  readonly core: Core;
  /** Files of the story, removed at its end. */
  readonly dir: string;
  tour(...words: readonly string[]): Promise<Said>;
  /** Writes a file of the story; its path. */
  file(name: string, text: string | Uint8Array): string;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly lang: Shell['lang'];
  readonly dir: string;
  readonly clock?: Clock;
}

/** The command line on an open database; the caller closes it. */
/** A terminal without colours, whose lines are kept. */
export function captured(): {
  readonly out: Shell['out'];
  readonly said: () => { out: string; err: string };
} {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out: {
      print: (line) => void out.push(line),
      error: (line) => void err.push(line),
      progress: () => {},
      colour: false,
      width: null,
    },
    said: () => ({ out: out.join('\n'), err: err.join('\n') }),
  };
}

export const tourOn =
  (core: Core, { lang, dir, clock = { now: () => NOON } }: Surroundings): CommandLine['tour'] =>
  async (...words) => {
    const { out, said } = captured();
    const exit = await run(words, {
      lang,
      account: 'operator',
      clock,
      database: { databaseUrl: null, dataDir: dir },
      maintenance: async () => maintenance,
      path: (given) => given,
      beside: async () => null,
      open: async () => ({ ...core, close: async () => {} }),
      out,
    });
    return { exit, ...said() };
  };

export async function commandLine(
  lang: Shell['lang'] = 'en',
  open: () => Promise<Database> = embeddedCopy,
): Promise<CommandLine> {
  const dir = mkdtempSync(join(tmpdir(), 'tour-commands-'));
  const web = { host: '127.0.0.1', port: 8080, publicUrl: null, secret: null };
  const core = await openCore({ databaseUrl: null, dataDir: dir, web }, await open());
  return {
    core,
    dir,
    tour: tourOn(core, { lang, dir }),
    file(name, text) {
      const path = join(dir, name);
      writeFileSync(path, text);
      return path;
    },
    async close() {
      await core.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const lines = (...rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The consultation of Lille, loaded, with somebody of the staff and somebody who facilitates. */
export async function staffed(open: () => Promise<Database>): Promise<CommandLine> {
  const line = await commandLine('fr', open);
  await line.tour('consultation', 'load', LILLE);
  await line.tour('people', 'add', 'Solène', '--role', 'staff');
  await line.tour('people', 'add', 'Rachida', '--role', 'facilitator');
  return line;
}
