/** What is told to people at their hour without their having asked: how they were read, what they support was rewritten. */
import { depart, dueNotices, type Notice, readerOf } from '../app/participation/notices.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Transaction } from '../app/ports/store.ts';
import { changeFor } from '../app/proposal/supporters.ts';
import type { Document } from '../chat/outbound.ts';
import { type ProposalId, ref } from '../core/ids.ts';
import { current } from '../core/proposal/model.ts';
import type { Instant } from '../core/time.ts';
import { whichOf } from './consultation.ts';
import { type Focus, focusFrom } from './focus.ts';
import { phrasesIn } from './locales/phrases.ts';
import { quoted } from './partner/describe.ts';
import { reviewQuestion } from './partner/review.ts';
import { answer, documentOf, greeted, line } from './talk.ts';

const BATCH = 50;

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/** Queues what may leave, a batch; true while there may be more. */
export async function notify(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: Edge,
): Promise<boolean> {
  const { due, seen } = await dueNotices(tx, consultation, edge, BATCH);
  for (const notice of due) {
    const document = notice.row.kind === 'review' ? review : changed;
    await depart(tx, notice, await document(tx, consultation, notice, edge), edge);
  }
  return seen === BATCH;
}

/** The question takes the floor of the conversation, and gives it back. */
async function review(
  tx: Transaction,
  consultation: LoadedConsultation,
  notice: Notice,
  edge: Edge,
): Promise<Document | null> {
  const { conversation, row } = notice;
  const { person } = notice.partners[0];
  const before = focusFrom(conversation.focus);
  const back = before.waits === 'review' ? before.back : before;
  const focus: Focus = { waits: 'review', notice: row.id, round: row.subjectId, asks: null, back };
  const say = phrasesIn(person.lang, consultation.content.languages);
  const reader = readerOf(tx, consultation, notice, edge);
  const late = (await tx.restitutions.of(consultation.id)).some(({ roundId }) => roundId === row.subjectId);
  if (late) return null;
  const document = await reviewQuestion({ ...reader, say, lang: person.lang }, row.subjectId, focus);
  const elsewhere = conversation.consultationId !== consultation.id && conversation.consultationId !== null;
  if (document !== null)
    await tx.conversations.setFocus(
      conversation.id,
      elsewhere ? whichOf(conversation.consultationId!, consultation.id) : focus,
    );
  return document;
}

/** null when it concerns them no more. */
async function changed(
  tx: Transaction,
  consultation: LoadedConsultation,
  notice: Notice,
  edge: Edge,
): Promise<Document | null> {
  const { person } = notice.partners[0];
  const say = phrasesIn(person.lang, consultation.content.languages);
  const row = await tx.proposals.byId(notice.row.subjectId as ProposalId);
  const found = await changeFor(readerOf(tx, consultation, notice, edge), row);
  if (!found) return null;
  const name = ref(found.row.number);
  const { others } = say;
  return documentOf(
    {
      ...answer(
        others.changed(greeted(person), name),
        line(...quoted(say, current(found.row), 600)),
        found.joined ? others.changedJoined(ref(found.joined.number)) : others.changedSupport(name),
      ),
      about: [found.row.id],
    },
    say.lang,
  );
}
