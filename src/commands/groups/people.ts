import { Option } from 'commander';
import type { RoleName } from '../../app/ports/people.ts';
import type { Grammar, Options } from '../grammar.ts';
import { peopleAdd, peopleList } from '../people.ts';

const ROLES: readonly RoleName[] = ['staff', 'facilitator', 'committee'];

export function peopleCommands({ group, command, about, tr, inCore }: Grammar): void {
  const people = group('people', 'qui mène une consultation', 'who runs a consultation');
  about(command(people, 'add', 'inscrit une personne avec un rôle', 'enrols a person with a role'))
    .argument('<NAME>', tr('son nom', 'their name'))
    .addOption(new Option('--role <ROLE>', tr('son rôle', 'their role')).choices(ROLES).makeOptionMandatory())
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
}
