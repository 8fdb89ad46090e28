/** `tour db migrate | backup | restore FILE | restored`: the operator's care of the database. */
import type { Instant } from '../core/time.ts';
import type { ExitCode, Output } from './terminal.ts';

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

export interface DbContext {
  readonly maintenance: Maintenance;
  readonly now: Instant;
  readonly lang?: 'fr' | 'en';
}

export function dbMigrate(settings: DatabaseSettings, out: Output, context: DbContext): Promise<ExitCode> {
  const say = inLang(context);
  return attempt(out, async () => {
    const applied = await context.maintenance.migrate(settings);
    if (applied.length === 0)
      out.print(say('La base est à jour : aucune migration à appliquer.', 'The database is up to date.'));
    else
      out.print(
        say(`Migrations appliquées : ${applied.join(', ')}.`, `Migrations applied: ${applied.join(', ')}.`),
      );
    return 0;
  });
}

export function dbBackup(settings: DatabaseSettings, out: Output, context: DbContext): Promise<ExitCode> {
  const say = inLang(context);
  return attempt(out, async () => {
    if (settings.databaseUrl !== null) {
      out.error(
        say(
          'La base est un serveur PostgreSQL : sauvegardez-la avec ses outils, par exemple\n  pg_dump --format=custom --file=tour.dump "$DATABASE_URL"',
          'The database is a PostgreSQL server: back it up with its own tools, for instance\n  pg_dump --format=custom --file=tour.dump "$DATABASE_URL"',
        ),
      );
      return 2;
    }
    const { file, bytes } = await context.maintenance.backup(settings.dataDir, context.now);
    const size = (bytes / 1e6).toFixed(1);
    out.print(
      say(
        `Sauvegarde écrite : ${file} (${size.replace('.', ',')} Mo).`,
        `Backup written: ${file} (${size} MB).`,
      ),
    );
    return 0;
  });
}

/** `file` null lists the backups there are. */
export function dbRestore(
  settings: DatabaseSettings,
  out: Output,
  context: DbContext & { readonly file: string | null },
): Promise<ExitCode> {
  const say = inLang(context);
  return attempt(out, async () => {
    if (settings.databaseUrl !== null) {
      out.error(
        say(
          'La base est un serveur PostgreSQL : arrêtez le robot, restaurez avec pg_restore, puis lancez\n  npx tour db restored\navant de redémarrer, pour que rien ne parte une seconde fois et que les effacements soient refaits.',
          'The database is a PostgreSQL server: stop the bot, restore with pg_restore, then run\n  npx tour db restored\nbefore starting again, so that nothing is sent twice and erasures are repeated.',
        ),
      );
      return 2;
    }
    if (context.file === null) {
      const backups = context.maintenance.backups(settings.dataDir);
      out.error(
        backups.length === 0
          ? say('Aucune sauvegarde à restaurer ici.', 'There is no backup to restore here.')
          : say('Quelle sauvegarde ? npx tour db restore FICHIER', 'Which backup? npx tour db restore FILE'),
      );
      for (const { file } of backups) out.error(`  ${file}`);
      return 2;
    }
    if (context.maintenance.running) {
      out.error(
        say(
          `Le robot tourne sur cette base : arrêtez-le (Ctrl+C, ou « kill ${process.pid} »), puis relancez cette commande.`,
          `The bot runs on this database: stop it (Ctrl+C, or "kill ${process.pid}"), then run this command again.`,
        ),
      );
      return 1;
    }
    const restored = await context.maintenance.restore(context.file, settings.dataDir, context.now);
    out.print(say('La sauvegarde est restaurée.', 'The backup is restored.'));
    if (restored.aside !== null)
      out.print(
        say(
          `La base précédente est gardée dans ${restored.aside}.`,
          `The database before is kept in ${restored.aside}.`,
        ),
      );
    printAfter(restored, out, say);
    return 0;
  });
}

export function dbRestored(settings: DatabaseSettings, out: Output, context: DbContext): Promise<ExitCode> {
  const say = inLang(context);
  return attempt(out, async () => {
    if (settings.databaseUrl === null) {
      out.error(
        say(
          'Rien à faire : « tour db restore » l’a déjà fait pour la base embarquée.',
          'Nothing to do: "tour db restore" did it already for the embedded database.',
        ),
      );
      return 2;
    }
    printAfter(await context.maintenance.restored(settings.databaseUrl, settings.dataDir), out, say);
    return 0;
  });
}

type Say = (fr: string, en: string) => string;

const inLang =
  ({ lang }: DbContext): Say =>
  (fr, en) =>
    lang === 'en' ? en : fr;

function printAfter({ generation, erased }: AfterRestore, out: Output, say: Say): void {
  out.print(
    say(
      `Génération ${generation} : les envois en attente dans la sauvegarde ne partiront pas.`,
      `Generation ${generation}: what waited to be sent in the backup will not leave.`,
    ),
  );
  out.print(
    say(
      `Personnes dont l’effacement a été refait : ${erased}.`,
      `People whose erasure was repeated: ${erased}.`,
    ),
  );
}

async function attempt(out: Output, act: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await act();
  } catch (error) {
    out.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
