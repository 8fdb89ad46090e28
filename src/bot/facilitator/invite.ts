/** Invitations on their way, to all of a round or to one person met since. */

import type { Conversation } from '../../app/ports/conversations.ts';
import type { Partner } from '../../app/ports/people.ts';
import { addToRound } from '../../app/round/add-to-round.ts';
import { mention } from '../../chat/mention.ts';
import type { RoundContent } from '../../core/consultation/model.ts';
import type { DeliveryId } from '../../core/ids.ts';
import { readEmail } from '../../core/person/email.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { whichOf } from '../consultation.ts';
import type { Focus } from '../focus.ts';
import { addressSaid } from '../newcomer/named.ts';
import { invitation } from '../partner/consent.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import type { Sending } from '../tell-partners.ts';
import { inviteToWorkshop } from '../workshop/invite.ts';
import { collegeNamed, noSuchCollege } from './college.ts';
import type { FacilitatorCommand } from './command.ts';

export interface Invitee {
  readonly partner: Partner;
  readonly conversation: Conversation;
  /** When they are invited for several. */
  readonly organisations?: readonly string[];
}

export async function sendInvitations(
  talk: Sending,
  round: Round,
  content: RoundContent,
  invitees: readonly Invitee[],
): Promise<void> {
  const asks = ({ partner }: Invitee): Focus => ({
    waits: 'consent',
    round: round.id,
    partner: partner.id,
    prompt: null,
    before: [],
  });
  for (const invitee of invitees) {
    const { id, consultationId } = invitee.conversation;
    await talk.tx.conversations.setFocus(
      id,
      consultationId === talk.consultation.id || consultationId === null
        ? asks(invitee)
        : whichOf(consultationId, talk.consultation.id),
    );
  }
  await talk.tx.outbox.add(
    invitees.map((invitee) => ({
      id: talk.ids.next<DeliveryId>(),
      consultationId: talk.consultation.id,
      conversationId: invitee.conversation.id,
      kind: 'invitation',
      document: {
        ...invitation(talk.consultation.content, content, round, invitee.partner, invitee.organisations),
        asks: asks(invitee),
      },
      inboundId: talk.inboundId,
      roundId: round.id,
      notBefore: null,
      createdAt: talk.now,
    })),
  );
}

/** "ajouter Prénom Nom, Organisation, collège, plateforme:identifiant": invited at once. */
export async function onAdd(
  talk: Talk,
  { name, organisation, college, at, lang }: Extract<FacilitatorCommand, { does: 'add' }>,
): Promise<Reply> {
  const key = collegeNamed(talk, college);
  if (key === null) return refusal(talk, noSuchCollege(talk));
  if ('email' in at && readEmail(at.email) === null) return refusal(talk, refuse('no-such-email'));
  const where = 'email' in at ? at : await addressSaid(talk, at);
  if (where === null) return refusal(talk, refuse('no-such-guest'));
  const added = await addToRound(talk, { name, organisation, college: key, at: where, lang }, talk.page);
  if (isRefusal(added)) return refusal(talk, added);
  if (added.content.form === 'workshop') await inviteToWorkshop(talk, { ...added, invitations: [added] });
  else await sendInvitations(talk, added.round, added.content, [added]);
  return answer(talk.say.facilitation.added(mention(added.partner.person), added.round.key, added.referrals));
}
