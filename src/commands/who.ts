/** Which person a word on the command line means: exact first, then by a first or a family name that only one bears. */
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { mayMean } from '../core/person/names.ts';
import { type Context, Stop, say } from './context.ts';
import { onOneLine } from './terminal.ts';

type Candidate = Pick<Person, 'id' | 'name' | 'addresses'>;

const MOST_NAMED = 6;

/** The only one of `among` who may be meant; all who may when they are several; none. */
export const meant = <One extends Candidate>(given: string, among: readonly One[]): readonly One[] =>
  among.filter(({ name }) => name !== null && mayMean(given, name));

/** "Claire Dupont (U061F7AUR) ; Claire Petit (01890…)": each with what names them alone. */
export function candidates(context: Pick<Context, 'lang'>, people: readonly Candidate[]): string {
  const shown = people
    .slice(0, MOST_NAMED)
    .map(({ id, name, addresses }) => `${onOneLine(name ?? '', 60)} (${addresses[0]?.userId ?? id})`);
  const more = people.length - shown.length;
  return [...shown, ...(more > 0 ? [say(context, `${more} autres`, `${more} more`)] : [])].join(
    say(context, ' ; ', '; '),
  );
}

export interface Naming {
  /** Only by the whole name, an e-mail, a chat user id or an id: for what can't be undone. */
  readonly exactly?: boolean;
}

/** Anybody of the consultation; stops where nobody is meant, or several may be. */
export async function named(
  context: Context,
  tx: Pick<Transaction, 'people'>,
  { id }: LoadedConsultation,
  who: string,
  { exactly = false }: Naming = {},
): Promise<Person> {
  const exact = await tx.people.find(id, who);
  if (exact) return exact;
  const may = meant(who, await tx.people.directory(id));
  const only = !exactly && may.length === 1 ? await tx.people.byId(may[0]!.id) : null;
  if (only) return only;
  const given = onOneLine(who, 80);
  if (may.length > 0)
    throw new Stop(
      1,
      'person-ambiguous',
      say(
        context,
        `« ${given} » ne suffit pas : ${candidates(context, may)}. Donnez le nom entier, ou ce qui est entre parenthèses.`,
        `"${given}" is not enough: ${candidates(context, may)}. Give the whole name, or what is in brackets.`,
      ),
      { candidates: may.map((one) => ({ id: one.id, name: one.name })) },
    );
  throw new Stop(
    1,
    'person-unknown',
    say(
      context,
      `Je ne trouve personne du nom de « ${given} ». « npx tour partners list » et « npx tour people list » montrent qui est là ; un e-mail ou un identifiant de chat suffit aussi.`,
      `I can't find anybody called "${given}". "npx tour partners list" and "npx tour people list" show who is there; an e-mail or a chat user id does too.`,
    ),
  );
}
