/** Before a round closes, those whose proposals still wait for a board's approval are told so, once. */
import { directsOf } from '../app/directs.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Partner } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { mayBeWrittenTo } from '../app/round/extend-round.ts';
import { inLang } from '../core/consultation/text.ts';
import { isWorking } from '../core/consultation/working-hours.ts';
import { type DeliveryId, ref } from '../core/ids.ts';
import type { Round } from '../core/round/model.ts';
import type { Instant } from '../core/time.ts';
import { phrasesIn } from './locales/phrases.ts';
import { answer, documentOf, greeted } from './talk.ts';

const KIND = 'standing';
const BEFORE = 7 * 86_400_000;

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

export async function remindProvisional(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: Edge,
): Promise<void> {
  const { rules, zone } = consultation.content;
  if (!isWorking(edge.now, rules.workingHours, [zone])) return;
  for (const round of await tx.rounds.of(consultation.id))
    if (round.state === 'open' && round.closesAt > edge.now && round.closesAt - edge.now <= BEFORE)
      await remindRound(tx, consultation, round, edge);
}

async function remindRound(
  tx: Transaction,
  { id, content }: LoadedConsultation,
  round: Round,
  { ids, now }: Edge,
): Promise<void> {
  const rows = (await tx.proposals.of(id, { roundId: round.id, states: ['submitted'] })).filter(
    ({ standing }) => standing === 'provisional',
  );
  if (rows.length === 0) return;
  const partners = (await tx.people.partners(id)).filter(
    (one) => mayBeWrittenTo(one) && rows.some(({ partnerId }) => partnerId === one.id),
  );
  const people = [...Map.groupBy(partners, ({ person }) => person.id).values()];
  const conversations = await directsOf(
    { tx, ids, now },
    id,
    people.map(([partner]) => partner!.person),
  );
  const told = await tx.outbox.left(
    conversations.map((one) => one.id),
    [KIND],
    round.openedAt,
  );
  const due = people.flatMap((theirs, index) =>
    told.has(conversations[index]!.id) ? [] : [{ theirs, conversation: conversations[index]! }],
  );
  const title = content.rounds.find(({ key }) => key === round.key)?.title;
  const document = (theirs: readonly Partner[]) => {
    const { person, college } = theirs[0]!;
    const say = phrasesIn(person.lang, content.languages);
    const local = (text: NonNullable<typeof title>) => inLang(text, person.lang, content.languages);
    const body = content.colleges.find(({ key }) => key === college)?.approvedBy;
    const mine = rows.filter(({ partnerId }) => theirs.some((one) => one.id === partnerId));
    const until = say.date(round.closesAt, person.zone ?? content.zone);
    const names = say.listed(mine.map(({ number }) => ref(number)));
    const text = say.voices.stillProvisional(
      greeted(person),
      title ? local(title) : round.key,
      until,
      names,
      mine.length > 1,
      body ? local(body) : null,
    );
    return documentOf(answer(text), say.lang);
  };
  await tx.outbox.add(
    due.map(({ theirs, conversation }) => ({
      id: ids.next<DeliveryId>(),
      consultationId: id,
      conversationId: conversation.id,
      kind: KIND,
      document: document(theirs),
      inboundId: null,
      roundId: round.id,
      notBefore: null,
      createdAt: now,
    })),
  );
}
