import { check } from '../check.ts';
import type { Grammar, Options } from '../grammar.ts';

export function checkCommand({ program, command, tr, settle, shell: { out, lang } }: Grammar): void {
  command(program, 'check', 'vérifie le dossier d’une consultation', 'checks the folder of a consultation')
    .argument('<FOLDER>', tr('son dossier', 'its folder'))
    .action(async (folder: string, options: Options) =>
      settle(await check(folder, out, { json: options.json ?? false, lang })),
    );
}
