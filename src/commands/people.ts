/** `tour people add NAME --role …` and `tour people list`: who runs a consultation. */
import { enrolByOperator } from '../app/person/enrol-by-operator.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Address, Person, RoleName } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { ConsultationId } from '../core/ids.ts';
import { folded } from '../core/person/names.ts';
import { roleNames, team } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, result, Stop, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface PeopleAddOptions {
  readonly consultation?: string;
  readonly role: RoleName;
  /** `platform:workspace:user id`, each. */
  readonly address?: readonly string[];
}

/** An operator's act: whoever can run it holds the database already. */
export async function peopleAdd(
  context: Context,
  name: string,
  options: PeopleAddOptions,
): Promise<ExitCode> {
  const addresses = (options.address ?? []).map((given) => addressOf(context, given));
  if (name.trim() === '')
    throw new Stop(2, 'name-missing', say(context, 'Il faut un nom.', 'A name is needed.'));
  const { roles, link, free } = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const { id, content } = consultation;
    const newcomer = {
      name: name.trim(),
      lang: content.languages[0],
      addresses,
      roles: [options.role],
      partner: null,
    };
    await enrolByOperator(tx, consultation, [newcomer], { ids: context.ids, now: context.clock.now() });
    const found = addresses[0]
      ? (await tx.people.byAddress(addresses[0])).find((one) => one.consultationId === id)
      : await tx.people.find(id, name.trim());
    return {
      roles: found?.roles ?? [options.role],
      link: found ? await linkOf(context, tx, consultation, found) : null,
      free: found?.addresses.length ? null : await freeAddress(context, tx, id, name),
    };
  });
  return result(context, { name: name.trim(), roles, link }, () => {
    const names = roles.map((role) => roleNames(context)[role]).join(', ');
    return [
      say(context, `Inscrit·e : ${onOneLine(name)} (${names}).`, `Enrolled: ${onOneLine(name)} (${names}).`),
      ...(link === null
        ? []
        : [
            say(
              context,
              `Son lien vers la page, à ne donner qu’à cette personne :\n  ${link}`,
              `Their link to the page, for this person only:\n  ${link}`,
            ),
          ]),
      ...(free === null
        ? []
        : [
            say(
              context,
              `Sans adresse, cette personne ne peut pas encore parler au robot. La même commande avec « --address ${free} » lui donne la page, et son lien ; sur Slack ou Matrix, --address avec son identifiant là-bas.`,
              `Without an address, this person can’t talk to the bot yet. The same command with "--address ${free}" gives them the page, and their link; on Slack or Matrix, --address with their id there.`,
            ),
          ]),
    ];
  });
}

/** null for somebody who is not on the page, and where links can't be signed. */
async function linkOf(
  context: Context,
  tx: Transaction,
  { id, content: { key } }: LoadedConsultation,
  person: Person,
): Promise<string | null> {
  const links = context.links(context.clock);
  const entry = (await tx.people.directory(id)).find((one) => one.id === person.id);
  const place = entry?.addresses.find(({ platform }) => platform === context.page.platform);
  return links && place
    ? links.sign({ consultation: key, userId: place.userId, generation: place.linkGeneration })
    : null;
}

/** An address on the page that is nobody's yet. */
async function freeAddress(context: Context, tx: Transaction, id: ConsultationId, name: string) {
  const user = folded(name).replaceAll(' ', '-') || 'personne';
  for (let n = 1; ; n++) {
    const address = { ...context.page, userId: n === 1 ? user : `${user}-${n}` };
    const taken = (await tx.people.byAddress(address)).some((one) => one.consultationId === id);
    if (!taken) return `${address.platform}:${address.workspace}:${address.userId}`;
  }
}

function addressOf(context: Context, given: string): Address {
  const [platform, workspace, ...rest] = given.split(':');
  const userId = rest.join(':');
  if (platform && workspace && userId) return { platform, workspace, userId };
  throw new Stop(
    2,
    'address-wrong',
    say(
      context,
      `« ${given} » n’est pas une adresse : plateforme:espace:identifiant, par exemple slack:T012AB3C4:U061F7AUR.`,
      `"${given}" is no address: platform:workspace:user id, for instance slack:T012AB3C4:U061F7AUR.`,
    ),
  );
}

export async function peopleList(
  context: Context,
  options: { readonly consultation?: string },
): Promise<ExitCode> {
  const people = await context.store.transaction(async (tx) =>
    team(tx, await consultationNamed(context, tx, options.consultation)),
  );
  const rows = people.map(({ id, name, roles, addresses }) => ({ id, name, roles, addresses }));
  const roleName = roleNames(context);
  return result(context, { people: rows }, () =>
    rows.length === 0
      ? [
          say(
            context,
            'Personne ne mène encore cette consultation : « npx tour people add NOM --role staff ».',
            'Nobody runs this consultation yet: "npx tour people add NAME --role staff".',
          ),
        ]
      : table(
          [
            say(context, 'nom', 'name'),
            say(context, 'rôles', 'roles'),
            say(context, 'adresses', 'addresses'),
          ],
          rows.map((row) => [
            onOneLine(row.name ?? '', 40),
            row.roles.map((role) => roleName[role]).join(', '),
            row.addresses.map((one) => `${one.platform}:${one.workspace}:${one.userId}`).join(' '),
          ]),
          context.out.colour,
        ),
  );
}
