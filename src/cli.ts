#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { run } from './commands/program.ts';
import type { Shell } from './commands/shell.ts';
import type { Terminal } from './commands/terminal.ts';
import { maintenance, openCore } from './compose.ts';
import { settingsFrom } from './config.ts';

const { stdout, stderr } = process;
const out: Terminal = {
  print: (line) => void stdout.write(`${line}\n`),
  error: (line) => void stderr.write(`${line}\n`),
  progress: (line) => void (stderr.isTTY && stderr.write(line === null ? '\r\u001b[K' : `\r\u001b[K${line}`)),
  colour: stdout.isTTY === true && !process.env.NO_COLOR,
};
// `tour … | head` closes early: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

function shell(): Shell {
  const settings = settingsFrom(process.env);
  return {
    out,
    lang: settings.lang,
    account: userInfo().username,
    clock: { now: () => Date.now() },
    database: settings,
    maintenance,
    open: () => openCore(settings),
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
