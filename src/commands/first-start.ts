/** What `npm start` finds or makes before the bot listens: the consultation of its settings, and people to try it with. */
import { enrolByOperator } from '../app/person/enrol-by-operator.ts';
import type { Newcomer } from '../app/person/enrol-people.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { contentOf, putInForce } from './consultation-named.ts';
import type { Context } from './context.ts';

/** Somebody to give a link to. */
export interface Someone {
  readonly name: string;
  readonly userId: string;
  /** A reader replies to disputes of what the other one of staff decided. */
  readonly part: 'partner' | 'facilitator' | 'staff' | 'reader';
}

export interface Ready {
  readonly consultation: LoadedConsultation;
  /** True when people were made up, now or at an earlier start. */
  readonly fictitious: boolean;
  /** At most one of each part, with an address on that platform; a reader only among people who were made up. */
  readonly people: readonly Someone[];
}

/** Loads the consultation; where nobody is enrolled yet, enrols people who say by their name that they are made up. */
export async function firstStart(
  context: Pick<Context, 'store' | 'out' | 'lang' | 'ids' | 'clock' | 'newSalt' | 'path'>,
  folder: string,
  chat: { readonly platform: string; readonly workspace: string },
): Promise<Ready> {
  const content = await contentOf(context, folder);
  return context.store.transaction(async (tx) => {
    const { consultation } = await putInForce(context, tx, content);
    if (await isEmpty(tx, consultation)) {
      const people = madeUp(consultation, chat);
      await enrolByOperator(tx, consultation, people, { ids: context.ids, now: context.clock.now() });
    }
    const people = await oneOfEach(tx, consultation, chat.platform);
    return { consultation, people, fictitious: people.some(({ userId }) => MADE_UP.has(userId)) };
  });
}

const isEmpty = async (tx: Transaction, { id }: LoadedConsultation): Promise<boolean> =>
  (await tx.people.partners(id)).length === 0 &&
  (await tx.people.withRole(id, 'facilitator')).length === 0 &&
  (await tx.people.withRole(id, 'staff')).length === 0;

const FICTITIOUS = { fr: 'fictive', en: 'fictitious' } as const;

interface Character {
  readonly userId: string;
  readonly name: string;
  readonly lang: 'fr' | 'en';
  readonly organisation: string | null;
  readonly part: Exclude<Someone['part'], 'reader'>;
}

const CHARACTERS: readonly Character[] = [
  {
    userId: 'claire',
    name: 'Claire Delattre',
    lang: 'fr',
    organisation: 'La Fabrique du Canal',
    part: 'partner',
  },
  {
    userId: 'omar',
    name: 'Omar Benali',
    lang: 'fr',
    organisation: 'Mairie de Fleurbaix-le-Neuf',
    part: 'partner',
  },
  {
    userId: 'kate',
    name: 'Kate Marlow',
    lang: 'en',
    organisation: 'Second Thread Cooperative',
    part: 'partner',
  },
  { userId: 'lucie', name: 'Lucie Hennebelle', lang: 'fr', organisation: 'Service habitat', part: 'partner' },
  { userId: 'rachida', name: 'Rachida Lemaire', lang: 'fr', organisation: null, part: 'facilitator' },
  { userId: 'solene', name: 'Solène Carpentier', lang: 'fr', organisation: null, part: 'staff' },
  // A dispute is read by somebody who had no part in the decision.
  { userId: 'etienne', name: 'Étienne Vasseur', lang: 'fr', organisation: null, part: 'staff' },
];
const MADE_UP: ReadonlySet<string> = new Set(CHARACTERS.map(({ userId }) => userId));

function madeUp(
  { content }: LoadedConsultation,
  chat: { readonly platform: string; readonly workspace: string },
): Newcomer[] {
  const colleges = content.colleges.map(({ key }) => key);
  return CHARACTERS.map(({ userId, name, lang: wanted, organisation, part }, index): Newcomer => {
    const lang = content.languages.includes(wanted) ? wanted : content.languages[0];
    return {
      name: `${name} (${FICTITIOUS[wanted]})`,
      lang,
      addresses: [{ ...chat, userId }],
      roles: part === 'partner' ? [] : [part],
      partner:
        organisation === null
          ? null
          : {
              organisation: `${organisation} (${FICTITIOUS[wanted]})`,
              college: colleges[index % colleges.length]!,
            },
    };
  });
}

async function oneOfEach(tx: Transaction, { id }: LoadedConsultation, platform: string): Promise<Someone[]> {
  const reached = (part: Someone['part'], people: readonly Person[]): Someone[] =>
    people.flatMap(({ name, addresses }) => {
      const address = addresses.find((one) => one.platform === platform);
      return address && name !== null ? [{ part, name, userId: address.userId }] : [];
    });
  const first = (part: Someone['part'], people: readonly Person[]) => reached(part, people).slice(0, 1);
  const staff = await tx.people.withRole(id, 'staff');
  return [
    ...first(
      'partner',
      (await tx.people.partners(id)).map(({ person }) => person),
    ),
    ...first('facilitator', await tx.people.withRole(id, 'facilitator')),
    ...first('staff', staff),
    ...reached('reader', staff)
      .slice(1, 2)
      .filter(({ userId }) => MADE_UP.has(userId)),
  ];
}
