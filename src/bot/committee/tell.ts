/** What a session makes the bot say of its own accord, to its members and to whoever convened it. */
import type { Reached } from '../../app/committee/convene.ts';
import type { On } from '../../app/committee/speak.ts';
import { directsOf } from '../../app/directs.ts';
import type { Scene } from '../../app/perform.ts';
import type { Conversation } from '../../app/ports/conversations.ts';
import type { Person } from '../../app/ports/people.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { mention } from '../../chat/mention.ts';
import type { Block } from '../../chat/outbound.ts';
import type { Member, Session } from '../../core/committee/model.ts';
import type { InboundId, WordsId } from '../../core/ids.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, greeted, line, type Reply, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import {
  bodyLabel,
  groupLabel,
  paperBlocks,
  papersFor,
  type Speaking,
  subjectOf,
  untilSaid,
} from './said.ts';

export type Telling = Pick<Scene, 'consultation' | 'ids' | 'now'> & {
  readonly tx: Transaction;
  readonly inboundId?: InboundId | null;
};

/** The same telling, in one reader's language. */
export const inLangOf = <T extends Telling>(telling: T, lang: string): T & Speaking => ({
  ...telling,
  lang,
  say: phrasesIn(lang, telling.consultation.content.languages),
});

/** One message a member; what takes a look at the store is made once a language. */
export async function tellMembers(
  telling: Telling,
  reached: readonly Reached[],
  make: (
    speaking: Telling & Speaking,
  ) => Promise<(member: Reached['member']) => Pick<Reply, 'blocks' | 'choices'>>,
): Promise<void> {
  const langs = [...new Set(reached.map(({ member }) => member.lang))];
  const made = new Map<string, Awaited<ReturnType<typeof make>>>();
  for (const lang of langs) made.set(lang, await make(inLangOf(telling, lang)));
  await tellPeople(
    telling,
    reached.map(({ member, conversation }) => ({ person: member, conversation })),
    'session',
    (_, at) => made.get(reached[at]!.member.lang)!(reached[at]!.member),
    telling.inboundId ?? null,
  );
}

/** The call, with the papers. */
export const tellCalled = (telling: Telling, session: Session, reached: readonly Reached[]): Promise<void> =>
  tellMembers(telling, reached, async (speaking) => {
    const { committee: say } = speaking.say;
    const papers = await papersFor(speaking, session);
    const { rule, proxies } = session.rules;
    const body: Block[] = [
      ...papers.flatMap((paper) => paperBlocks(speaking, paper)),
      line(say.callRule(rule)),
      line(say.callHow(proxies)),
    ];
    const until = untilSaid(speaking, session);
    return (member) => ({
      blocks: [
        line(say.call(greeted(member), bodyLabel(speaking, session.body), until, papers.length)),
        ...body,
      ],
      choices: [
        { value: speaking.say.lang === 'fr' ? 'séance' : 'session', label: say.oneByOne },
        { value: speaking.say.lang === 'fr' ? 'd’accord sur tout' : 'agree to all', label: say.allAgreed },
      ],
    });
  });

export const tellCalledOff = (
  telling: Telling,
  { number }: Session,
  reached: readonly Reached[],
): Promise<void> =>
  tellMembers(
    telling,
    reached,
    async ({ say }) =>
      () =>
        answer(say.committee.cancelled(number)),
  );

/** One point has another text now: everybody is asked about that one. */
export const tellReworded = (
  telling: Telling,
  session: Session,
  reached: readonly Reached[],
  number: number,
): Promise<void> =>
  tellMembers(telling, reached, async (speaking) => {
    const { committee: say } = speaking.say;
    const on: On = { on: 'adjustment', number };
    const name = subjectOf(speaking, on);
    const papers = await papersFor(speaking, session);
    const paper = papers.find(({ adjustment }) => adjustment?.adjustment.number === number)!;
    const stands = say.stands[session.rules.rule];
    return () => ({
      blocks: [line(say.asksAnew(name)), ...paperBlocks(speaking, paper)],
      choices: (['agree', 'object', 'abstain'] as const).map((stand) => ({
        value: `${stands[stand].toLowerCase()} ${name}`,
        label: stands[stand],
      })),
    });
  });

/** Whoever holds somebody's voice from now on. */
export const tellProxy = (
  telling: Telling & Pick<Talk, 'actor'>,
  reached: readonly Reached[],
): Promise<void> =>
  tellPeople(
    telling,
    reached.map(({ member, conversation }) => ({ person: member, conversation })),
    'notice',
    (their) => answer(their.committee.proxyReceived(mention({ id: telling.actor.person.id }))),
    telling.inboundId ?? null,
  );

export interface Convener {
  readonly person: Person;
  readonly conversation: Conversation;
}

export const tellConvener = {
  /** Their conversation, held from here on; null when they can't be written to, or speak themselves. */
  async hold(
    telling: Telling & { readonly actor?: Talk['actor'] },
    session: Session,
  ): Promise<Convener | null> {
    const person = await telling.tx.people.byId(session.convenedBy);
    if (!person || person.id === telling.actor?.person.id) return null;
    if (person.addresses.length === 0 || person.stoppedAt !== null) return null;
    const [conversation] = await directsOf(telling, telling.consultation.id, [person]);
    return { person, conversation: conversation! };
  },

  say: (
    telling: Telling,
    { person, conversation }: Convener,
    reply: (speaking: Telling & Speaking, say: Phrases) => Pick<Reply, 'blocks' | 'choices'>,
  ): Promise<void> =>
    tellPeople(
      telling,
      [{ person, conversation }],
      'notice',
      (say) => reply(inLangOf(telling, person.lang), say),
      telling.inboundId ?? null,
    ),

  /** By group, never by name: what counts is the reason. */
  ofObjection: (
    telling: Telling & Pick<Talk, 'actor'>,
    session: Session,
    convener: Convener,
    { on, reason }: { readonly on: On; readonly reason: WordsId | null },
  ): Promise<void> =>
    tellConvener.say(telling, convener, (speaking, { committee: say }) => {
      const name = subjectOf(speaking, on);
      const member = memberIn(session, telling);
      return answer(
        line(say.objection(name, groupLabel(speaking, member.group)), ...(reason ? [{ words: reason }] : [])),
        say.objectionHow(name),
      );
    }),
};

const memberIn = (session: Session, { actor }: Pick<Talk, 'actor'>): Member =>
  session.members.find(({ person }) => person === actor.person.id)!;
