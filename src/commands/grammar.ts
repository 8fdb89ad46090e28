/** What every group of commands is declared with: the same options, said the same way, and how each one is run. */

import { setTimeout as pause } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type Context, Held, type Lang, say } from './context.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './terminal.ts';

const MOST = 10_000;

export type Options<Own = unknown> = Own & { readonly json?: boolean };

export interface Grammar {
  readonly shell: Shell;
  /** What was typed, without the program's name. */
  readonly words: readonly string[];
  tr(fr: string, en: string): string;
  /** A command of its own, or a group of them; both have `--json`. */
  command(parent: Command, name: string, fr: string, en: string): Command;
  group(name: string, fr: string, en: string): Command;
  readonly program: Command;
  /** `--consultation`. */
  about(one: Command): Command;
  /** `--consultation` and `--as`. */
  acted(one: Command): Command;
  /** `--dry-run`. */
  dry(one: Command): Command;
  /** `--limit`, with what it usually is. */
  limited(one: Command, usual: number): Command;
  /** Runs a command on the database. */
  inCore(options: Options, act: (context: Context) => Promise<ExitCode>): Promise<void>;
  /** How a command that needs no database ended. */
  settle(code: ExitCode): void;
}

export function grammarOf(
  program: Command,
  {
    words,
    shell,
    settle,
  }: {
    readonly words: readonly string[];
    readonly shell: Shell;
    readonly settle: (code: ExitCode) => void;
  },
): Grammar {
  const { lang, out } = shell;
  const tr = (fr: string, en: string) => say({ lang }, fr, en);
  const about = (one: Command): Command =>
    one.option(
      '-c, --consultation <FOLDER|KEY>',
      tr('quelle consultation (s’il y en a plusieurs)', 'which consultation (when there are several)'),
    );
  return {
    shell,
    words,
    program,
    tr,
    command: (parent, name, fr, en) =>
      parent.command(name).description(tr(fr, en)).option('--json', tr('résultat en JSON', 'result as JSON')),
    group: (name, fr, en) => program.command(name).description(tr(fr, en)).helpCommand(false),
    about,
    acted: (one) =>
      about(one).option(
        '--as <PERSON>',
        tr(
          'qui agit : prénom ou nom s’il est seul à le porter, e-mail, identifiant de chat ou id',
          'who acts: a first or last name if nobody else bears it, e-mail, chat user id or id',
        ),
      ),
    dry: (one) =>
      one.option(
        '--dry-run',
        tr('dit ce qui serait fait, n’enregistre rien', 'says what would be done, stores nothing'),
      ),
    limited: (one, usual) =>
      one.option('--limit <N>', tr('combien au plus', 'how many at most'), atMost(lang), usual),
    async inCore(options, act) {
      const beside = await reach(shell, words);
      if (typeof beside === 'number') return settle(beside);
      try {
        const { clock, account, path } = shell;
        settle(await act({ ...beside, clock, account, path, out, lang, json: options.json ?? false }));
      } finally {
        await beside.close();
      }
    },
    settle,
  };
}

const PATIENCE = 5_000;
const STEP = 100;

/** The database, or how the command ended in the bot that has it; waits a little for who has it only for now. */
async function reach(
  shell: Shell,
  words: readonly string[],
): Promise<Awaited<ReturnType<Shell['open']>> | ExitCode> {
  for (let waited = 0; ; waited += STEP) {
    const ended = await shell.beside(words);
    if (ended !== null) return ended;
    try {
      return await shell.open();
    } catch (error) {
      if (!(error instanceof Held) || waited >= PATIENCE) throw error;
      await pause(STEP);
    }
  }
}

const atMost =
  (lang: Lang) =>
  (given: string): number => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
    throw new InvalidArgumentError(
      say({ lang }, `Attendu : un nombre de 1 à ${MOST}.`, `Expected: a number from 1 to ${MOST}.`),
    );
  };
