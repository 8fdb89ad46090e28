/** `tour db migrate | backup | restore FILE | restored`: the operator's care of the database. */
import type { Instant } from '../core/time.ts';
import { type Context, result, Stop, say } from './context.ts';
import type { ExitCode } from './terminal.ts';

export interface DatabaseSettings {
  /** null for the embedded database of `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

interface AfterRestore {
  readonly generation: number;
  readonly erased: number;
}

/** What the commands need of the store. Each throws an Error whose message says what to do. */
export interface Maintenance {
  migrate(settings: DatabaseSettings): Promise<readonly string[]>;
  backup(dataDir: string, now: Instant): Promise<{ readonly file: string; readonly bytes: number }>;
  backups(dataDir: string): readonly { readonly file: string; readonly at: Instant }[];
  restore(
    file: string,
    dataDir: string,
    now: Instant,
  ): Promise<AfterRestore & { readonly aside: string | null }>;
  restored(databaseUrl: string, dataDir: string): Promise<AfterRestore>;
  /** That of the bot itself, on the database it has open: it can't be put in another's place. */
  readonly running?: boolean;
}

export interface DbContext extends Pick<Context, 'out' | 'json' | 'lang'> {
  readonly maintenance: Maintenance;
  readonly now: Instant;
}

export async function dbMigrate(settings: DatabaseSettings, context: DbContext): Promise<ExitCode> {
  context.out.progress(say(context, 'Mise à jour de la base…', 'Bringing the database up to date…'));
  const applied = await context.maintenance.migrate(settings);
  return result(context, { applied }, () => [
    applied.length === 0
      ? say(
          context,
          'La base est à jour : aucune migration à appliquer.',
          'The database is up to date: no migration to apply.',
        )
      : say(
          context,
          `Migrations appliquées : ${applied.join(', ')}.`,
          `Migrations applied: ${applied.join(', ')}.`,
        ),
  ]);
}

export async function dbBackup(settings: DatabaseSettings, context: DbContext): Promise<ExitCode> {
  if (settings.databaseUrl !== null)
    throw new Stop(
      2,
      'database-server',
      say(
        context,
        'La base est un serveur PostgreSQL : sauvegardez-la avec ses outils, par exemple\n  pg_dump --format=custom --file=tour.dump "$DATABASE_URL"',
        'The database is a PostgreSQL server: back it up with its own tools, for instance\n  pg_dump --format=custom --file=tour.dump "$DATABASE_URL"',
      ),
    );
  context.out.progress(say(context, 'Sauvegarde…', 'Backing up…'));
  const { file, bytes } = await context.maintenance.backup(settings.dataDir, context.now);
  const size = (bytes / 1e6).toFixed(1);
  return result(context, { file, bytes }, () => [
    say(
      context,
      `Sauvegarde écrite : ${file} (${size.replace('.', ',')} Mo).`,
      `Backup written: ${file} (${size} MB).`,
    ),
  ]);
}

/** `file` null lists the backups there are. */
export async function dbRestore(
  settings: DatabaseSettings,
  context: DbContext,
  file: string | null,
): Promise<ExitCode> {
  if (settings.databaseUrl !== null)
    throw new Stop(
      2,
      'database-server',
      say(
        context,
        'La base est un serveur PostgreSQL : arrêtez le robot, restaurez avec pg_restore, puis lancez\n  npx tour db restored\navant de redémarrer, pour que rien ne parte une seconde fois et que les effacements soient refaits.',
        'The database is a PostgreSQL server: stop the bot, restore with pg_restore, then run\n  npx tour db restored\nbefore starting again, so that nothing is sent twice and erasures are repeated.',
      ),
    );
  if (file === null) throw whichBackup(settings, context);
  if (context.maintenance.running)
    throw new Stop(
      1,
      'bot-running',
      say(
        context,
        `Le robot tourne sur cette base : arrêtez-le (Ctrl+C, ou « kill ${process.pid} »), puis relancez cette commande.`,
        `The bot runs on this database: stop it (Ctrl+C, or "kill ${process.pid}"), then run this command again.`,
      ),
      { pid: process.pid },
    );
  context.out.progress(say(context, 'Restauration…', 'Restoring…'));
  const restored = await context.maintenance.restore(file, settings.dataDir, context.now);
  const { aside } = restored;
  return result(context, { file, ...restored }, () => [
    say(context, 'La sauvegarde est restaurée.', 'The backup is restored.'),
    ...(aside === null
      ? []
      : [
          say(
            context,
            `La base précédente est gardée dans ${aside}.`,
            `The database before is kept in ${aside}.`,
          ),
        ]),
    ...after(context, restored),
  ]);
}

function whichBackup({ dataDir }: DatabaseSettings, context: DbContext): Stop {
  const backups = context.maintenance.backups(dataDir).map(({ file }) => file);
  return new Stop(
    2,
    'backup-unnamed',
    backups.length === 0
      ? say(context, 'Aucune sauvegarde à restaurer ici.', 'There is no backup to restore here.')
      : [
          say(
            context,
            'Quelle sauvegarde ? npx tour db restore FICHIER',
            'Which backup? npx tour db restore FILE',
          ),
          ...backups,
        ].join('\n  '),
    { backups },
  );
}

export async function dbRestored(settings: DatabaseSettings, context: DbContext): Promise<ExitCode> {
  if (settings.databaseUrl === null)
    throw new Stop(
      2,
      'database-embedded',
      say(
        context,
        'Rien à faire : « tour db restore » l’a déjà fait pour la base embarquée.',
        'Nothing to do: "tour db restore" did it already for the embedded database.',
      ),
    );
  const restored = await context.maintenance.restored(settings.databaseUrl, settings.dataDir);
  return result(context, { ...restored }, () => after(context, restored));
}

const after = (context: DbContext, { generation, erased }: AfterRestore): string[] => [
  say(
    context,
    `Génération ${generation} : les envois en attente dans la sauvegarde ne partiront pas.`,
    `Generation ${generation}: what waited to be sent in the backup will not leave.`,
  ),
  say(
    context,
    `Personnes dont l’effacement a été refait : ${erased}.`,
    `People whose erasure was repeated: ${erased}.`,
  ),
];
