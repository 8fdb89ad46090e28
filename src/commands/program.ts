/** The command line: which groups of commands there are, and how each command ends. */
import { Command, CommanderError } from 'commander';
import { Stop, say } from './context.ts';
import { fileTrouble } from './file-trouble.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { checkCommand } from './groups/check.ts';
import { consultationCommands } from './groups/consultation.ts';
import { dbCommands } from './groups/db.ts';
import { decisionCommands } from './groups/decision.ts';
import { mailCommands } from './groups/mail.ts';
import { matrixCommands } from './groups/matrix.ts';
import { measuresCommands } from './groups/measures.ts';
import { openDataCommands } from './groups/open-data.ts';
import { partnersCommands } from './groups/partners.ts';
import { peopleCommands } from './groups/people.ts';
import { personCommands } from './groups/person.ts';
import { phaseCommands } from './groups/phase.ts';
import { planCommands } from './groups/plan.ts';
import { proposalsCommands } from './groups/proposals.ts';
import { reportCommands } from './groups/report.ts';
import { roundCommands } from './groups/round.ts';
import { sessionCommands } from './groups/session.ts';
import { synthesisCommands } from './groups/synthesis.ts';
import { watchCommands } from './groups/watch.ts';
import { introduction, speak } from './help.ts';
import type { Shell } from './shell.ts';
import { storeTrouble } from './store-trouble.ts';
import type { ExitCode } from './terminal.ts';
import { commandMeant, usage } from './usage.ts';

/** In the order of a consultation's life: so the help tells it. */
const GROUPS: readonly ((grammar: Grammar) => void)[] = [
  checkCommand,
  consultationCommands,
  peopleCommands,
  partnersCommands,
  roundCommands,
  proposalsCommands,
  synthesisCommands,
  planCommands,
  measuresCommands,
  sessionCommands,
  decisionCommands,
  phaseCommands,
  reportCommands,
  openDataCommands,
  watchCommands,
  mailCommands,
  matrixCommands,
  personCommands,
  dbCommands,
];

/** Runs one command, given its words without the program's own; never throws. */
export async function run(words: readonly string[], shell: Shell): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = programOf(words, shell, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exit;
  } catch (error) {
    shell.out.progress(null);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const message = usage(shell.lang, error, commandMeant(program, words));
      return ended(shell, words.includes('--json'), new Stop(2, 'usage', message));
    }
    return ended(shell, words.includes('--json'), error);
  }
}

function ended({ out, lang }: Shell, json: boolean, error: unknown): ExitCode {
  const trouble = storeTrouble(lang, error);
  const said = fileTrouble(lang, error) ?? (error instanceof Error ? error.message : String(error));
  const stop =
    error instanceof Stop ? error : new Stop(1, trouble?.code ?? 'failed', trouble?.message ?? said);
  if (json)
    out.print(
      JSON.stringify(
        { ok: false, error: { code: stop.code, message: stop.message, ...stop.details } },
        null,
        2,
      ),
    );
  out.error(
    stop.code === 'usage' ? stop.message : say({ lang }, `tour : ${stop.message}`, `tour: ${stop.message}`),
  );
  return stop.exit;
}

function programOf(words: readonly string[], shell: Shell, settle: (code: ExitCode) => void): Command {
  const { lang, out } = shell;
  const tr = (fr: string, en: string) => say({ lang }, fr, en);
  const program = speak(new Command('tour'), lang, out).description(
    tr(
      'Tour de table : consultations publiques dans le chat. La base est celle de DATABASE_URL, sinon celle de DATA_DIR.',
      'Tour de table: public consultations on chat. The database is that of DATABASE_URL, else that of DATA_DIR.',
    ),
  );
  program.addHelpText('after', introduction(tr));
  program.helpCommand('help [command]', tr('affiche l’aide d’une commande', 'shows the help of a command'));
  if (shell.version !== undefined)
    program.version(shell.version, '-V, --version', tr('dit la version', 'says the version'));
  const grammar = grammarOf(program, { words, shell, settle });
  for (const declare of GROUPS) declare(grammar);
  return program;
}
