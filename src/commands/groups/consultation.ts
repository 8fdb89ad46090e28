import { consultationList, consultationLoad } from '../consultation-load.ts';
import type { Grammar, Options } from '../grammar.ts';

export function consultationCommands({ group, command, tr, inCore }: Grammar): void {
  const consultation = group('consultation', 'les consultations', 'the consultations');
  command(consultation, 'load', 'met un dossier en vigueur', 'puts a folder in force')
    .argument('<FOLDER>', tr('son dossier', 'its folder'))
    .action((folder: string, options: Options) =>
      inCore(options, (context) => consultationLoad(context, folder)),
    );
  command(consultation, 'list', 'les consultations de la base', 'the consultations in the database').action(
    (options: Options) => inCore(options, consultationList),
  );
}
