import { dbBackup, dbMigrate, dbRestore, dbRestored } from '../db.ts';
import type { Grammar, Options } from '../grammar.ts';
import type { ExitCode, Output } from '../terminal.ts';

export function dbCommands({ shell, words, group, command, tr, settle }: Grammar): void {
  const { out, lang } = shell;
  const db = group('db', 'la base de données', 'the database');
  const dbContext = () => ({ maintenance: shell.maintenance, now: shell.clock.now(), lang });
  const inDb = async (options: Options, act: (said: Output) => Promise<ExitCode>): Promise<void> => {
    const beside = await shell.beside(words);
    if (beside !== null) return settle(beside);
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
}
