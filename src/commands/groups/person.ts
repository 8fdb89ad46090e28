import type { Grammar, Options } from '../grammar.ts';
import { personErase, personExport } from '../person.ts';

export function personCommands({ group, command, acted, tr, inCore }: Grammar): void {
  const person = group('person', 'les données d’une personne', 'the data of one person');
  acted(command(person, 'export', 'tout ce qui est gardé d’elle', 'all that is kept of theirs'))
    .argument('<WHO>', tr('nom, e-mail, identifiant de chat ou id', 'name, e-mail, chat user id or id'))
    .option('--out <FILE>', tr('écrire dans un fichier (.md ou .json)', 'write to a file (.md or .json)'))
    .action((who: string, options: Options<Parameters<typeof personExport>[2]>) =>
      inCore(options, (context) => personExport(context, who, options)),
    );
  acted(
    command(person, 'erase', 'efface ses mots, son nom, ses adresses', 'erases their words, name, addresses'),
  )
    .argument('<WHO>', tr('nom, e-mail, identifiant de chat ou id', 'name, e-mail, chat user id or id'))
    .option('--yes', tr('oui, définitivement', 'yes, for good'))
    .action((who: string, options: Options<Parameters<typeof personErase>[2]>) =>
      inCore(options, (context) => personErase(context, who, options)),
    );
}
