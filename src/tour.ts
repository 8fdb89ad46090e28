/** The command line: what it needs of the machine, and how it ends. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import about from '../package.json' with { type: 'json' };
import { held } from './commands/context.ts';
import { run } from './commands/program.ts';
import type { Shell } from './commands/shell.ts';
import { callBot } from './commands/socket/call.ts';
import { terminalOn } from './commands/terminal.ts';
import { settingsFrom } from './config.ts';

const { stdout, stderr } = process;
const out = terminalOn(stdout, stderr, process.env);
// `tour … | head` closes early: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

function shell(): Shell {
  const settings = settingsFrom(process.env);
  const { lang, databaseUrl, dataDir, mail, slack, matrix } = settings;
  const account = userInfo().username;
  const inWords = async (error: unknown): Promise<never> => {
    const { isHeld } = await import('./compose/open-core.ts');
    throw isHeld(error) ? held(lang, dataDir, error.pid) : error;
  };
  return {
    out,
    lang,
    account,
    version: about.version,
    clock: { now: () => Date.now() },
    database: settings,
    async maintenance() {
      const { maintenance } = await import('./compose/open-core.ts');
      return {
        ...maintenance,
        migrate: (given) => maintenance.migrate(given).catch(inWords),
        backup: (dir, now) => maintenance.backup(dir, now).catch(inWords),
        restore: (file, dir, now) => maintenance.restore(file, dir, now).catch(inWords),
      };
    },
    path: (given) => resolve(given),
    folder: settings.consultation,
    checkSlack:
      slack === undefined ? null : async () => (await import('./compose/slack.ts')).checkSlack(slack),
    matrix:
      matrix === undefined
        ? null
        : async () => (await import('./compose/matrix.ts')).matrixDesk(matrix, settings),
    checkMail: mail === undefined ? null : async () => (await import('./compose/mail.ts')).checkMail(mail),
    tryMail:
      mail === undefined
        ? null
        : async (email) => (await import('./compose/mail.ts')).tryMail(mail, lang, email),
    beside(words) {
      if (databaseUrl !== null) return Promise.resolve(null);
      const watched = stderr.isTTY === true;
      const { colour, width } = out;
      return callBot(words, { dataDir, out, lang, account, cwd: process.cwd(), colour, width, watched });
    },
    async open() {
      const { openCore } = await import('./compose/open-core.ts');
      return openCore(settings).catch(inWords);
    },
  };
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.exitCode = await run(process.argv.slice(2), shell());
} catch (error) {
  // Only settings fail here: everything else a command says itself.
  out.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

// A client of Matrix leaves alarms behind that would keep the program for two minutes. What was said is let out first.
const flushed = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => stream.write('', () => resolve()));
await Promise.all([flushed(stdout), flushed(stderr)]);
process.exit();
