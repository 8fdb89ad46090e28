/** A button pressed, a reply: they answer the message they belong to, not whatever was asked since. */
import type { Document } from '../chat/outbound.ts';
import { takesPart } from '../core/participation/progress.ts';
import { type Focus, focusFrom, sameFocus } from './focus.ts';
import { placeOf } from './partner/place.ts';
import { answer, type Reply, type Talk } from './talk.ts';

/** Questions that may be answered after another one was asked; the others are over then. */
const STAYS_OPEN: ReadonlySet<Focus['waits']> = new Set([
  'consent',
  'referral',
  'voice',
  'share',
  'answer',
  'confirmation',
  'near',
  'support',
  'sharing',
  'quoting',
  'axis',
  'which',
  'add',
  'merge',
  'behalf',
  'review',
]);

/** The talk with the question that is answered; a reply when that question is no longer open. */
export async function answeredIn(talk: Talk): Promise<Talk | Reply> {
  const { event, tx, conversation } = talk;
  const message = event.type === 'choice' ? event.message : event.type === 'message' ? event.replyTo : null;
  const delivery = message === null ? null : await tx.outbox.byMessage(conversation.id, message);
  if (!delivery || delivery.consultationId !== talk.consultation.id) return talk;
  const asked = focusFrom((delivery.document as Document).asks);
  if (asked.waits === 'nothing' || sameFocus(asked, talk.focus)) return talk;
  const closed = (): Talk | Reply => (event.type === 'choice' ? answer(talk.say.noLongerOpen) : talk);
  if (!STAYS_OPEN.has(asked.waits)) return closed();
  if (asked.waits === 'consent') {
    // What was written before agreeing is in the focus in force.
    if (talk.focus.waits === 'consent' && talk.focus.round === asked.round) return talk;
    const place = await placeOf(talk, asked);
    if (!place || takesPart(place.participation)) return closed();
  }
  return { ...talk, focus: 'back' in asked ? { ...asked, back: talk.focus } : asked };
}
