import { type DbContext, dbBackup, dbMigrate, dbRestore, dbRestored } from '../db.ts';
import type { Grammar, Options } from '../grammar.ts';
import type { ExitCode } from '../terminal.ts';

export function dbCommands({ shell, words, group, command, tr, settle }: Grammar): void {
  const { out, lang, clock, database } = shell;
  const db = group('db', 'la base de données', 'the database');
  const inDb = async (
    { json = false }: Options,
    act: (context: DbContext) => Promise<ExitCode>,
  ): Promise<void> => {
    const beside = await shell.beside(words);
    if (beside !== null) return settle(beside);
    const maintenance = await shell.maintenance();
    settle(await act({ maintenance, now: clock.now(), lang, out, json }));
  };
  command(db, 'migrate', 'met la base à jour', 'brings the database up to date').action((options: Options) =>
    inDb(options, (context) => dbMigrate(database, context)),
  );
  command(db, 'backup', 'sauvegarde la base embarquée', 'backs up the embedded database').action(
    (options: Options) => inDb(options, (context) => dbBackup(database, context)),
  );
  command(db, 'restore', 'restaure une sauvegarde', 'restores a backup')
    .argument('[FILE]', tr('la sauvegarde ; sans elle, leur liste', 'the backup; without it, their list'))
    .action((file: string | undefined, options: Options) =>
      inDb(options, (context) => dbRestore(database, context, file === undefined ? null : shell.path(file))),
    );
  command(db, 'restored', 'après une restauration de PostgreSQL', 'after PostgreSQL was restored').action(
    (options: Options) => inDb(options, (context) => dbRestored(database, context)),
  );
}
