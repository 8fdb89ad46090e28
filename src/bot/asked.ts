/** A button pressed, a reply: they answer the message they belong to, not whatever was asked since. */
import type { Document } from '../chat/outbound.ts';
import { takesPart } from '../core/participation/progress.ts';
import { writtenFor } from '../core/participation/written-for.ts';
import { type Focus, focusFrom, sameFocus } from './focus.ts';
import { placeOf } from './partner/place.ts';
import { answer, type Reply, type Talk } from './talk.ts';
import { said } from './understand.ts';

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
  'one-of',
  'add',
  'amend',
  'merge',
  'behalf',
  'decide-together',
  'review',
  'rating',
]);

/** The talk with the question that is answered; a reply when that question is no longer open. */
export async function answeredIn(talk: Talk): Promise<Talk | Reply> {
  const { event, tx, conversation } = talk;
  const message = event.type === 'choice' ? event.message : event.type === 'message' ? event.replyTo : null;
  if (message === null && event.type === 'message') return inTime(talk);
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

/** Questions that came one after the other within seconds. */
const MOST_RECENT = 6;

/**
 * Ideas written before the question in force was read are for the one before: they answer that one, and this one is asked
 * again. What was on the screen says it, where the chat knows; else how long the question had been there.
 */
async function inTime(talk: Talk): Promise<Talk> {
  const { event, tx, conversation, focus, reading } = talk;
  if (event.type !== 'message' || focus.waits !== 'answer' || said(talk.text) !== null) return talk;
  const { onScreen } = event;
  if (onScreen === null && typeof reading !== 'number') return talk;
  const before =
    onScreen === null
      ? writtenFor(
          (await tx.outbox.asking(conversation.id, MOST_RECENT)).map(({ document, shownAt }) => ({
            what: document as Document,
            shownAt,
          })),
          event.at,
          reading ?? 0,
        )
      : (await tx.outbox.byMessage(conversation.id, onScreen))?.document;
  const asked = focusFrom((before as Document | null | undefined)?.asks);
  const same = 'prompt' in asked && asked.round === focus.round && asked.partner === focus.partner;
  if (!same || asked.prompt === null || asked.prompt === focus.prompt || !PROMPTED.has(asked.waits))
    return talk;
  return { ...talk, focus: { ...focus, prompt: asked.prompt }, early: true };
}

/** What may be asked about the answer to a prompt. */
const PROMPTED: ReadonlySet<Focus['waits']> = new Set(['answer', 'confirmation', 'axis', 'near']);
