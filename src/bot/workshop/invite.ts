/** Everybody invited is told that a workshop opens, and may follow it from their own conversation. */
import type { Opened } from '../../app/round/open-round.ts';
import type { Document } from '../../chat/outbound.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { DeliveryId } from '../../core/ids.ts';
import { whichOf } from '../consultation.ts';
import type { Focus } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { invitationChoices } from '../partner/consent.ts';
import { documentOf, greeted, line, type Talk } from '../talk.ts';

export async function inviteToWorkshop(
  talk: Talk,
  { round, content, invitations }: Pick<Opened, 'round' | 'content' | 'invitations'>,
): Promise<void> {
  const { tx, consultation, ids, now } = talk;
  const { languages } = consultation.content;
  const workshop = await tx.workshops.byRound(round.id);
  const hasRoom = workshop !== null && (await tx.workshops.rooms(workshop.id)).length > 0;
  const rows = [];
  for (const { partner, conversation } of invitations) {
    const { person } = partner;
    const say = phrasesIn(person.lang, languages);
    const local = (text: typeof content.title) => inLang(text, person.lang, languages);
    const asks: Focus = { waits: 'consent', round: round.id, partner: partner.id, prompt: null, before: [] };
    const other = conversation.consultationId;
    await tx.conversations.setFocus(
      conversation.id,
      other === consultation.id || other === null ? asks : whichOf(other, consultation.id),
    );
    const document: Document = documentOf(
      {
        blocks: [
          line(
            `${say.invitation.hello(greeted(person))} ${say.workshop.invitation(local(content.title), hasRoom)}`,
          ),
          line({ text: say.invitation.open, strong: true }, ` ${local(content.open)}`),
          line({ text: say.invitation.decided, strong: true }, ` ${local(content.decided)}`),
          line(`${local(consultation.content.readers)} ${say.workshop.invitationBegin}`),
        ],
        choices: invitationChoices(say),
      },
      say.lang,
    );
    rows.push({
      id: ids.next<DeliveryId>(),
      consultationId: consultation.id,
      conversationId: conversation.id,
      kind: 'invitation',
      document: { ...document, asks },
      inboundId: talk.inboundId,
      roundId: round.id,
      notBefore: null,
      createdAt: now,
    });
  }
  await tx.outbox.add(rows);
}
