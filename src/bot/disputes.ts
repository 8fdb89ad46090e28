/** Second readers are reminded in time. */
import { takeDisputeReminders } from '../app/decision/disputes.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Transaction } from '../app/ports/store.ts';
import { ref } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import { answer } from './talk.ts';
import { tellPeople } from './tell-people.ts';

export async function remindReaders(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const due = await takeDisputeReminders(tx, consultation, edge);
  await tellPeople(
    { tx, consultation, ...edge },
    due.map(({ reader, conversation }) => ({ person: reader, conversation })),
    'notice',
    (say, at) => {
      const { dispute, proposal, when } = due[at]!;
      const on = say.date(dispute.dueAt, consultation.content.zone);
      return answer(say.followUp.readerReminder(dispute.number, ref(proposal.number), on, when === 'late'));
    },
  );
}
