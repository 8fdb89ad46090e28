/** Members with something left to say are reminded once, the day before a session closes. */
import { membersReached } from '../../app/committee/convene.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { membersToRemind } from '../../core/committee/remind.ts';
import { unspoken } from '../../core/committee/tally.ts';
import type { Instant } from '../../core/time.ts';
import { answer, greeted } from '../talk.ts';
import { untilSaid } from './said.ts';
import { tellMembers } from './tell.ts';

export async function remindMembers(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const session = await tx.committee.current(consultation.id);
  if (!session) return;
  const { rules, zone } = consultation.content;
  const due = new Set(membersToRemind(session, edge.now, { hours: rules.workingHours, zone }));
  if (due.size === 0) return;
  const telling = { tx, consultation, ...edge };
  const reached = [];
  for (const one of await membersReached(telling, session))
    if (due.has(one.member.id) && (await tx.committee.remind(session, one.member.id, edge.now)))
      reached.push(one);
  await tellMembers(telling, reached, async (speaking) => (member) => {
    const left = unspoken(session, member.id).length;
    return answer(speaking.say.committee.reminder(greeted(member), untilSaid(speaking, session), left));
  });
}
