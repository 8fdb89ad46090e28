/** A holder, or a substitute, answered everything: the other one is told, once, and may add to it. */

import { directsOf } from '../app/directs.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Partner } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { mayBeWrittenTo } from '../app/round/extend-round.ts';
import { display } from '../chat/display.ts';
import { mention } from '../chat/mention.ts';
import { inLang } from '../core/consultation/text.ts';
import { isWorking } from '../core/consultation/working-hours.ts';
import type { DeliveryId } from '../core/ids.ts';
import { colleagueOf } from '../core/participation/remind.ts';
import type { Round } from '../core/round/model.ts';
import type { Instant } from '../core/time.ts';
import { phrasesIn } from './locales/phrases.ts';
import { answer, documentOf, greeted } from './talk.ts';

const KIND = 'colleague';

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

export async function tellColleagues(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: Edge,
): Promise<void> {
  const { rules, zone } = consultation.content;
  if (!isWorking(edge.now, rules.workingHours, [zone])) return;
  for (const round of await tx.rounds.of(consultation.id))
    if (round.state === 'open' && edge.now < round.closesAt) await inRound(tx, consultation, round, edge);
}

async function inRound(
  tx: Transaction,
  { id, content }: LoadedConsultation,
  round: Round,
  { ids, now }: Edge,
): Promise<void> {
  const partners = new Map((await tx.people.partners(id)).map((one) => [one.id, one]));
  if (![...partners.values()].some(({ substitute }) => substitute)) return;
  const all = await tx.participations.of(round.id);
  const voice = (partner: Partner) => ({ ...partner, personId: partner.person.id, partner });
  const spoken = all.flatMap(({ partnerId, state }) => {
    const partner = partners.get(partnerId);
    return partner && state === 'finished' ? [voice(partner)] : [];
  });
  const pairs = all.flatMap(({ partnerId, state, answered, passed }) => {
    const partner = partners.get(partnerId);
    const silent = state === 'invited' && answered.length + passed.length === 0;
    const colleague =
      partner && silent && mayBeWrittenTo(partner) ? colleagueOf(voice(partner), spoken) : null;
    return partner && colleague ? [{ partner, colleague: colleague.partner }] : [];
  });
  const once = [...new Map(pairs.map((pair) => [pair.partner.person.id, pair])).values()];
  if (once.length === 0) return;
  const conversations = await directsOf(
    { tx, ids, now },
    id,
    once.map(({ partner }) => partner.person),
  );
  const told = await tx.outbox.left(
    conversations.map((one) => one.id),
    [KIND],
    round.openedAt,
  );
  const title = content.rounds.find(({ key }) => key === round.key)?.title;
  await tx.outbox.add(
    once.flatMap(({ partner: { person, organisation }, colleague }, index) => {
      const conversation = conversations[index]!;
      if (told.has(conversation.id)) return [];
      const say = phrasesIn(person.lang, content.languages);
      const text = say.voices.colleague(
        greeted(person),
        colleague.person.name ? mention(colleague.person) : display(organisation),
        display(organisation),
        title ? inLang(title, person.lang, content.languages) : round.key,
        say.date(round.closesAt, person.zone ?? content.zone),
      );
      return [
        {
          id: ids.next<DeliveryId>(),
          consultationId: id,
          conversationId: conversation.id,
          kind: KIND,
          document: documentOf(answer(text), say.lang),
          inboundId: null,
          roundId: round.id,
          notBefore: null,
          createdAt: now,
        },
      ];
    }),
  );
}
