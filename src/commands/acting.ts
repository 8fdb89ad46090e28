/** Who acts: the person of `--as`, with the rights that person has in chat. */
import type { Actor, Scene } from '../app/perform.ts';
import { refusalOf } from '../app/perform.ts';
import { enrolByOperator } from '../app/person/enrol-by-operator.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Person, RoleName } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { RIGHTS, roleFor, type Verb } from '../app/rights.ts';
import { type Context, Stop, say } from './context.ts';
import { onOneLine } from './terminal.ts';
import { candidates, meant } from './who.ts';

const TEAM: readonly RoleName[] = ['facilitator', 'staff', 'committee'];

export const roleNames = (context: Context): Readonly<Record<RoleName, string>> =>
  context.lang === 'en'
    ? { facilitator: 'facilitator', staff: 'staff', committee: 'committee' }
    : { facilitator: 'animation', staff: 'équipe', committee: 'comité' };

export async function team(
  tx: Pick<Transaction, 'people'>,
  { id }: LoadedConsultation,
): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  for (const role of TEAM)
    for (const person of await tx.people.withRole(id, role)) found.set(person.id, person);
  return [...found.values()];
}

export type Acting = Scene<keyof Transaction> & { readonly tx: Transaction };

export interface ActingOptions {
  readonly as: string | undefined;
  readonly verb: Verb;
  /** Whoever acts first on a consultation that nobody runs yet becomes its staff. */
  readonly mayBeFirst?: boolean;
}

/** Everything a use case needs, for the person who acts; stops when nobody was named, or nobody of that name may. */
export async function acting(
  context: Context,
  tx: Transaction,
  consultation: LoadedConsultation,
  options: ActingOptions,
): Promise<Acting> {
  const person = await who(context, tx, consultation, options);
  const actor: Actor = { person, partners: await tx.people.partnersOf(person.id) };
  const refused = refusalOf(actor, options.verb);
  if (refused) throw await mayNot(context, tx, consultation, person, options.verb);
  return { tx, consultation, actor, now: context.clock.now(), ids: context.ids };
}

async function who(
  context: Context,
  tx: Transaction,
  consultation: LoadedConsultation,
  { as, verb, mayBeFirst = false }: ActingOptions,
): Promise<Person> {
  const found = as === undefined ? null : await tx.people.find(consultation.id, as);
  if (found) return found;
  const people = await team(tx, consultation);
  if (people.length === 0 && mayBeFirst) return first(context, tx, consultation, as ?? context.account);
  const may = as === undefined ? [] : meant(as, people);
  if (may.length === 1) return may[0]!;
  if (may.length > 1)
    throw new Stop(
      1,
      'as-ambiguous',
      say(
        context,
        `« ${as} » peut être : ${candidates(context, may)}. Redites --as avec le nom entier, ou ce qui est entre parenthèses.`,
        `"${as}" may be: ${candidates(context, may)}. Say --as again with the whole name, or what is in brackets.`,
      ),
      { candidates: may.map(({ id, name }) => ({ id, name })) },
    );
  const could = whoMay(context, people, verb);
  if (as === undefined)
    throw new Stop(
      2,
      'as-missing',
      `${say(context, 'Dites qui agit, avec --as NOM.', 'Say who acts, with --as NAME.')} ${could}`,
    );
  const unknown = say(
    context,
    `Je ne trouve pas « ${as} » parmi qui mène cette consultation.`,
    `I can't find "${as}" among those who run this consultation.`,
  );
  throw new Stop(1, 'as-unknown', `${unknown} ${could}`);
}

async function mayNot(
  context: Context,
  tx: Transaction,
  consultation: LoadedConsultation,
  { name, id }: Person,
  verb: Verb,
): Promise<Stop> {
  const called = onOneLine(name ?? id, 60);
  const could = whoMay(context, await team(tx, consultation), verb);
  return new Stop(
    1,
    'no-right',
    `${say(context, `${called} n’a pas le droit de faire cela.`, `${called} may not do that.`)} ${could}`,
    { refused: { verb } },
  );
}

/** Who of the team has the right, or how somebody gets it. */
function whoMay(context: Context, people: readonly Person[], verb: Verb): string {
  const able = people.filter((person) => roleFor(verb, person.roles));
  const roles = roleNames(context);
  const names = able.map(
    (person) =>
      `${onOneLine(person.name ?? person.id, 60)} (${person.roles.map((role) => roles[role]).join(', ')})`,
  );
  if (able.length === 1) return say(context, `Peut le faire : ${names[0]}.`, `Who may: ${names[0]}.`);
  return able.length > 0
    ? say(context, `Peuvent le faire : ${names.join(' ; ')}.`, `Who may: ${names.join('; ')}.`)
    : say(
        context,
        `Personne ne le peut encore : « npx tour people add NOM --role ${RIGHTS[verb][0]} » inscrit quelqu’un.`,
        `Nobody may yet: "npx tour people add NAME --role ${RIGHTS[verb][0]}" enrols somebody.`,
      );
}

async function first(
  context: Context,
  tx: Transaction,
  consultation: LoadedConsultation,
  name: string,
): Promise<Person> {
  await enrolByOperator(
    tx,
    consultation,
    [{ name, lang: context.lang, addresses: [], roles: ['staff'], partner: null }],
    { ids: context.ids, now: context.clock.now() },
  );
  context.out.error(
    say(
      context,
      `Personne ne menait encore cette consultation : « ${name} » en devient l’équipe.`,
      `Nobody ran this consultation yet: "${name}" becomes its staff.`,
    ),
  );
  return (await tx.people.find(consultation.id, name))!;
}
