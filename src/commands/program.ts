/** The command line: which commands there are, what each is given, and how it ends. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Clock } from '../app/ports/edge.ts';
import type { RoleName } from '../app/ports/people.ts';
import { check } from './check.ts';
import { consultationList, consultationLoad } from './consultation-load.ts';
import { type Context, type Core, type Lang, Stop, say } from './context.ts';
import { type DatabaseSettings, dbBackup, dbMigrate, dbRestore, dbRestored, type Maintenance } from './db.ts';
import { deliveries } from './deliveries.ts';
import { events } from './events.ts';
import { importHelp, introduction, speak, usage } from './help.ts';
import { peopleAdd, peopleList } from './people.ts';
import { personErase, personExport } from './person.ts';
import { proposalsExport } from './proposals-export.ts';
import { proposalsImport } from './proposals-import.ts';
import { proposalsList } from './proposals-list.ts';
import { roundStatus } from './round-status.ts';
import { synthesisCompile, synthesisExport, synthesisShow, synthesisSign } from './synthesis.ts';
import type { ExitCode, Output, Terminal } from './terminal.ts';

/** What surrounds the command line. */
export interface Shell {
  readonly out: Terminal;
  readonly lang: Lang;
  readonly account: string;
  readonly clock: Clock;
  readonly database: DatabaseSettings;
  readonly maintenance: Maintenance;
  /** Opens the database; throws an Error whose message says what to do. */
  open(): Promise<Core & { close(): Promise<void> }>;
}

const MOST = 10_000;

/** Runs one command, given its words without the program's own; never throws. */
export async function run(words: readonly string[], shell: Shell): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = programOf(shell, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exit;
  } catch (error) {
    shell.out.progress(null);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const message = usage(shell.lang, error);
      return ended(shell, words.includes('--json'), new Stop(2, 'usage', message));
    }
    return ended(shell, words.includes('--json'), error);
  }
}

function ended({ out, lang }: Shell, json: boolean, error: unknown): ExitCode {
  const stop =
    error instanceof Stop
      ? error
      : new Stop(1, 'failed', error instanceof Error ? error.message : String(error));
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

function programOf(shell: Shell, settle: (code: ExitCode) => void): Command {
  const { lang, out } = shell;
  const tr = (fr: string, en: string) => say({ lang }, fr, en);
  const program = speak(new Command('tour'), lang, out).description(
    tr(
      'Tour de table : consultations publiques dans le chat. La base est celle de DATABASE_URL, sinon celle de DATA_DIR.',
      'Tour de table: public consultations on chat. The database is that of DATABASE_URL, else that of DATA_DIR.',
    ),
  );
  program.addHelpText('after', introduction(tr));

  type Options<Own = unknown> = Own & { readonly json?: boolean };
  const command = (parent: Command, name: string, fr: string, en: string): Command =>
    parent.command(name).description(tr(fr, en)).option('--json', tr('résultat en JSON', 'result as JSON'));
  const group = (name: string, fr: string, en: string): Command =>
    program.command(name).description(tr(fr, en));
  const about = (one: Command): Command =>
    one.option(
      '-c, --consultation <FOLDER|KEY>',
      tr('quelle consultation (s’il y en a plusieurs)', 'which consultation (when there are several)'),
    );
  const acted = (one: Command): Command =>
    about(one).option(
      '--as <PERSON>',
      tr('qui agit : nom, identifiant de chat ou id', 'who acts: name, chat user id or id'),
    );
  const limited = (one: Command, usual: number): Command =>
    one.option('--limit <N>', tr('combien au plus', 'how many at most'), atMost(lang), usual);

  const inCore = async (options: Options, act: (context: Context) => Promise<ExitCode>): Promise<void> => {
    const core = await shell.open();
    try {
      const { clock, account } = shell;
      settle(await act({ ...core, clock, account, out, lang, json: options.json ?? false }));
    } finally {
      await core.close();
    }
  };

  command(program, 'check', 'vérifie le dossier d’une consultation', 'checks the folder of a consultation')
    .argument('<FOLDER>', tr('son dossier', 'its folder'))
    .action(async (folder: string, options: Options) =>
      settle(await check(folder, out, { json: options.json ?? false, lang })),
    );

  const db = group('db', 'la base de données', 'the database');
  const dbContext = () => ({ maintenance: shell.maintenance, now: shell.clock.now(), lang });
  const inDb = async (options: Options, act: (said: Output) => Promise<ExitCode>): Promise<void> => {
    const lines: string[] = [];
    const said: Output = { print: (line) => lines.push(line), error: (line) => out.error(line) };
    const code = await act(options.json ? said : out);
    if (options.json) out.print(JSON.stringify({ ok: code === 0, messages: lines }, null, 2));
    settle(code);
  };
  command(db, 'migrate', 'met la base à jour', 'brings the database up to date').action((options: Options) =>
    inDb(options, (said) => dbMigrate(shell.database, said, dbContext())),
  );
  command(db, 'backup', 'sauvegarde la base embarquée', 'backs up the embedded database').action(
    (options: Options) => inDb(options, (said) => dbBackup(shell.database, said, dbContext())),
  );
  command(db, 'restore', 'restaure une sauvegarde', 'restores a backup')
    .argument('[FILE]', tr('la sauvegarde ; sans elle, leur liste', 'the backup; without it, their list'))
    .action((file: string | undefined, options: Options) =>
      inDb(options, (said) => dbRestore(shell.database, said, { ...dbContext(), file: file ?? null })),
    );
  command(db, 'restored', 'après une restauration de PostgreSQL', 'after PostgreSQL was restored').action(
    (options: Options) => inDb(options, (said) => dbRestored(shell.database, said, dbContext())),
  );

  const consultation = group('consultation', 'les consultations', 'the consultations');
  command(consultation, 'load', 'met un dossier en vigueur', 'puts a folder in force')
    .argument('<FOLDER>', tr('son dossier', 'its folder'))
    .action((folder: string, options: Options) =>
      inCore(options, (context) => consultationLoad(context, folder)),
    );
  command(consultation, 'list', 'les consultations de la base', 'the consultations in the database').action(
    (options: Options) => inCore(options, consultationList),
  );

  const people = group('people', 'qui mène une consultation', 'who runs a consultation');
  const roles: readonly RoleName[] = ['staff', 'facilitator', 'committee'];
  about(command(people, 'add', 'inscrit une personne avec un rôle', 'enrols a person with a role'))
    .argument('<NAME>', tr('son nom', 'their name'))
    .addOption(new Option('--role <ROLE>', tr('son rôle', 'their role')).choices(roles).makeOptionMandatory())
    .option(
      '--address <ADDRESS...>',
      tr(
        'plateforme:espace:identifiant, pour agir dans le chat',
        'platform:workspace:user id, to act in chat',
      ),
    )
    .action((name: string, options: Options<Parameters<typeof peopleAdd>[2]>) =>
      inCore(options, (context) => peopleAdd(context, name, options)),
    );
  about(command(people, 'list', 'l’équipe, l’animation, le comité', 'staff, facilitators, committee')).action(
    (options: Options<Parameters<typeof peopleList>[1]>) =>
      inCore(options, (context) => peopleList(context, options)),
  );

  const person = group('person', 'les données d’une personne', 'the data of one person');
  acted(command(person, 'export', 'tout ce qui est gardé d’elle', 'all that is kept of theirs'))
    .argument('<WHO>', tr('nom, identifiant de chat ou id', 'name, chat user id or id'))
    .option('--out <FILE>', tr('écrire dans un fichier (.md ou .json)', 'write to a file (.md or .json)'))
    .action((who: string, options: Options<Parameters<typeof personExport>[2]>) =>
      inCore(options, (context) => personExport(context, who, options)),
    );
  acted(
    command(person, 'erase', 'efface ses mots, son nom, ses adresses', 'erases their words, name, addresses'),
  )
    .argument('<WHO>', tr('nom, identifiant de chat ou id', 'name, chat user id or id'))
    .option('--yes', tr('oui, définitivement', 'yes, for good'))
    .action((who: string, options: Options<Parameters<typeof personErase>[2]>) =>
      inCore(options, (context) => personErase(context, who, options)),
    );

  const proposals = group('proposals', 'les propositions', 'the proposals');
  acted(
    command(
      proposals,
      'import',
      'importe des textes, un par ligne (JSONL)',
      'imports texts, one a line (JSONL)',
    ),
  )
    .argument('<FILE>', 'JSONL : {"id", "text", "axis"?, "lang"?, "label"?}')
    .option(
      '--dry-run',
      tr('dit ce qui serait fait, n’enregistre rien', 'says what would be done, stores nothing'),
    )
    .addOption(
      new Option(
        '--attribution <HOW>',
        tr(
          'citer ces textes sans nom (college) ou jamais (none)',
          'quote them without a name (college) or never (none)',
        ),
      ).choices(['college', 'none']),
    )
    .addHelpText('after', importHelp(tr))
    .action((file: string, options: Options<Parameters<typeof proposalsImport>[2]>) =>
      inCore(options, (context) => proposalsImport(context, file, options)),
    );
  limited(acted(command(proposals, 'list', 'montre les propositions', 'shows the proposals')), 40)
    .option('--axis <KEY>', tr('d’un axe', 'of one axis'))
    .option('--unsure', tr('là où la machine hésite', 'where the machine hesitates'))
    .action((options: Options<Parameters<typeof proposalsList>[1]>) =>
      inCore(options, (context) => proposalsList(context, options)),
    );
  acted(
    command(
      proposals,
      'export',
      'les écrit dans un dossier (document interne)',
      'writes them to a folder (internal)',
    ),
  )
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .action((dir: string, options: Options<Parameters<typeof proposalsExport>[2]>) =>
      inCore(options, (context) => proposalsExport(context, dir, options)),
    );

  const synthesis = group('synthesis', 'la synthèse', 'the synthesis');
  acted(command(synthesis, 'compile', 'rédige un brouillon', 'drafts one')).action(
    (options: Options<Parameters<typeof synthesisCompile>[1]>) =>
      inCore(options, (context) => synthesisCompile(context, options)),
  );
  acted(command(synthesis, 'show', 'montre la dernière', 'shows the latest'))
    .option('--public', tr('comme elle sera publiée', 'as it will be published'))
    .action((options: Options<Parameters<typeof synthesisShow>[1]>) =>
      inCore(options, (context) => synthesisShow(context, options)),
    );
  acted(command(synthesis, 'sign', 'signe le brouillon', 'signs the draft'))
    .option(
      '--without-disagreement <AXES>',
      tr(
        'axes sans désaccord, vous l’avez vérifié : a,b',
        'axes without disagreement, you have checked: a,b',
      ),
      (given: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        ...given.split(',').map((key) => key.trim()),
      ],
    )
    .action((options: Options<Parameters<typeof synthesisSign>[1]>) => {
      return inCore(options, (context) => synthesisSign(context, options));
    });
  acted(
    command(
      synthesis,
      'export',
      'écrit les documents publics de la synthèse signée',
      'writes the signed synthesis',
    ),
  )
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .action((dir: string, options: Options<Parameters<typeof synthesisExport>[2]>) =>
      inCore(options, (context) => synthesisExport(context, dir, options)),
    );

  limited(command(program, 'events', 'événements reçus en échec', 'events that failed'), 50).action(
    (options: Options<Parameters<typeof events>[1]>) =>
      inCore(options, (context) => events(context, options)),
  );
  limited(
    about(command(program, 'deliveries', 'envois en attente ou en échec', 'deliveries queued or failed')),
    50,
  )
    .addOption(
      new Option('--state <STATES...>', tr('états', 'states'))
        .choices(['queued', 'sending', 'sent', 'failed', 'dropped'])
        .default(['failed', 'sending', 'queued']),
    )
    .action((options: Options<Parameters<typeof deliveries>[1]>) =>
      inCore(options, (context) => deliveries(context, options)),
    );
  const round = group('round', 'les tours', 'the rounds');
  acted(command(round, 'status', 'où en sont les tours', 'where the rounds stand')).action(
    (options: Options<Parameters<typeof roundStatus>[1]>) =>
      inCore(options, (context) => roundStatus(context, options)),
  );
  return program;
}

const atMost =
  (lang: Lang) =>
  (given: string): number => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
    throw new InvalidArgumentError(
      say({ lang }, `attendu : un nombre de 1 à ${MOST}.`, `expected: a number from 1 to ${MOST}.`),
    );
  };
