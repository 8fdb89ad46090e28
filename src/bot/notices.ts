/** What is told to people at their hour without their having asked: what they support was rewritten. */
import { depart, dueNotices, type Notice, readerOf } from '../app/participation/notices.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Transaction } from '../app/ports/store.ts';
import { changeFor } from '../app/proposal/supporters.ts';
import type { Document } from '../chat/outbound.ts';
import { type ProposalId, ref } from '../core/ids.ts';
import { current } from '../core/proposal/model.ts';
import type { Instant } from '../core/time.ts';
import { phrasesIn } from './locales/phrases.ts';
import { quoted } from './partner/describe.ts';
import { answer, documentOf, firstName, line } from './talk.ts';

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
  for (const notice of due) await depart(tx, notice, await changed(tx, consultation, notice, edge), edge);
  return seen === BATCH;
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
        others.changed(firstName(person.name), name),
        line(...quoted(say, current(found.row), 600)),
        found.joined ? others.changedJoined(ref(found.joined.number)) : others.changedSupport(name),
      ),
      about: [found.row.id],
    },
    say.lang,
  );
}
