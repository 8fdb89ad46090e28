/** Reminders in words, and those that may leave now on their way. */
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Partner } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { type Departing, planReminders, takeReminders } from '../app/round/remind.ts';
import type { Document } from '../chat/outbound.ts';
import type { Consultation } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { ParticipationState } from '../core/participation/model.ts';
import type { Round } from '../core/round/model.ts';
import type { Instant } from '../core/time.ts';
import { tellColleagues } from './colleagues.ts';
import { whichOf } from './consultation.ts';
import type { Focus } from './focus.ts';
import { phrasesIn } from './locales/phrases.ts';
import { invitationChoices } from './partner/consent.ts';
import { remindProvisional } from './provisional.ts';
import { answer, documentOf, greeted } from './talk.ts';

const BATCH = 50;

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

export function reminder(
  consultation: Consultation,
  round: Pick<Round, 'key' | 'closesAt'>,
  { person }: { readonly person: Pick<Partner['person'], 'id' | 'lang' | 'name'> },
  state: ParticipationState,
): Document {
  const say = phrasesIn(person.lang, consultation.languages);
  const { reminder: words } = say.facilitation;
  const content = consultation.rounds.find(({ key }) => key === round.key);
  const title = content ? inLang(content.title, person.lang, consultation.languages) : round.key;
  const until = say.date(round.closesAt, consultation.zone);
  const name = greeted(person);
  const begun = state === 'started';
  return documentOf(
    {
      ...answer(
        begun ? words.begun(name, title, until) : words.invited(name, title, until, content?.minutes ?? 0),
        begun ? words.goOn : `${words.alsoAnswers} ${say.invitation.begin}`,
      ),
      choices: begun ? [words.resume] : invitationChoices(say),
    },
    say.lang,
  );
}

/** Plans what the calendar asks for and queues what may leave, a batch; true while there may be more. */
export async function remind(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: Edge,
): Promise<boolean> {
  await remindProvisional(tx, consultation, edge);
  await tellColleagues(tx, consultation, edge);
  await planReminders(tx, consultation, edge);
  const { departing, seen } = await takeReminders(tx, consultation, edge, BATCH);
  await queue(tx, consultation, departing, edge);
  return seen === BATCH;
}

async function queue(
  tx: Transaction,
  { id, content }: LoadedConsultation,
  departing: readonly Departing[],
  { now }: Edge,
): Promise<void> {
  for (const { conversation } of departing)
    if (conversation.consultationId !== id && conversation.consultationId !== null)
      await tx.conversations.setFocus(conversation.id, whichOf(conversation.consultationId, id));
  await tx.outbox.add(
    departing.map(({ round, partner, participation, conversation, deliveryId }) => ({
      id: deliveryId,
      consultationId: id,
      conversationId: conversation.id,
      kind: 'reminder',
      document: {
        ...reminder(content, round, partner, participation.state),
        ...(participation.state === 'started'
          ? {}
          : {
              asks: {
                waits: 'consent',
                round: round.id,
                partner: partner.id,
                prompt: null,
                before: [],
              } satisfies Focus,
            }),
      },
      inboundId: null,
      roundId: round.id,
      notBefore: null,
      createdAt: now,
    })),
  );
}
