/** From an event to a reply: who is it, in which consultation, with which rights, in answer to what. */

import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Document } from '../chat/outbound.ts';
import type { InboundId, WordsId } from '../core/ids.ts';
import { answeredIn } from './asked.ts';
import { onCommittee, onCommitteeReason, onLostMember } from './committee/dialogue.ts';
import { askWhich, consultationOf, type Here, isUnclear } from './consultation.ts';
import { onDocuments } from './documents/dialogue.ts';
import { onAttachmentMessage } from './facilitator/attachments.ts';
import { onFacilitatorMessage } from './facilitator/dialogue.ts';
import { onDoubtMessage } from './facilitator/doubts/dialogue.ts';
import { onOpening } from './facilitator/opening/dialogue.ts';
import { orient } from './facilitator/orientation.ts';
import { onReplaceMessage } from './facilitator/replace.ts';
import { onReviewMessage } from './facilitator/review.ts';
import { onSharedAddress } from './facilitator/shared-address.ts';
import { showSilenceSoon } from './facilitator/silence-live.ts';
import { onSplitMessage } from './facilitator/split.ts';
import { onTableMessage } from './facilitator/table.ts';
import { onThemes } from './facilitator/themes/dialogue.ts';
import { onValidation } from './facilitator/validation.ts';
import { type Focus, focusFrom, type Kept, NOTHING } from './focus.ts';
import { onForm } from './forms/forms.ts';
import { effectiveText } from './late-original.ts';
import { phrasesIn } from './locales/phrases.ts';
import { menuOf } from './menu.ts';
import { keptOf, onUnknown, recognised } from './newcomer/door.ts';
import { type Linked, onLink } from './newcomer/link.ts';
import { invitedHere } from './newcomer/welcome.ts';
import { ownCommand } from './own-command.ts';
import { bringsFiles, onFilesDeleted, onlyFiles, onTakeBack, withFiles } from './partner/attachments.ts';
import { onPartnerMessage, whereWeAre } from './partner/dialogue.ts';
import { isFormer, onFormer } from './partner/former.ts';
import { onLanguage } from './partner/language.ts';
import { onMessageChange } from './partner/message-change.ts';
import { onData, onDataAnswer, onErase, onEraseAnswer, settlesErasure } from './partner/personal.ts';
import { standing } from './partner/place.ts';
import { onPublicSynthesis } from './partner/public-synthesis.ts';
import { onReaction } from './partner/reaction.ts';
import { asks, passes } from './passing.ts';
import { onAdjustText } from './plan/adjust.ts';
import { onAdjusting } from './plan/adjusting.ts';
import { onAlerts } from './plan/alerts.ts';
import { onPlan } from './plan/dialogue.ts';
import { onMeasures } from './plan/measures.ts';
import { onMidterm } from './plan/midterm.ts';
import { type BotParts, type Handled, IGNORED, type Received } from './received.ts';
import { onSpeaker, partnersHere, speakerOf } from './shared-mailbox.ts';
import { onDeciding } from './staff/decide-next.ts';
import { onStaffMessage } from './staff/dialogue.ts';
import { onDigest } from './staff/digest.ts';
import { onFollowUp } from './staff/follow-up.ts';
import { onPhases } from './staff/phases.ts';
import { onProofreading } from './staff/proofreading.ts';
import { onReport } from './staff/report.ts';
import { withPrepared } from './staff/together-waiting.ts';
import { answer, documentOf, type Reply, type Talk, talkOf } from './talk.ts';
import { bare } from './understand.ts';
import { showSoon } from './workshop/board.ts';
import { onWorkshopFollower } from './workshop/follow.ts';
import { newestHeld } from './workshop/held.ts';
import { onRoom } from './workshop/room.ts';
import { onWorkshopTeam } from './workshop/team.ts';

/** What the team asks for, first come first heard: each answers null to what is nothing of its own. */
export const TEAM_TOPICS: readonly ((talk: Talk) => Promise<Reply | null>)[] = [
  onAttachmentMessage,
  onWorkshopTeam,
  onCommittee,
  onDigest,
  onDocuments,
  onPlan,
  onMeasures,
  onAlerts,
  onMidterm,
  onValidation,
  onAdjusting,
  onTableMessage,
  onProofreading,
  onThemes,
  onPhases,
  onReport,
  onFollowUp,
  onStaffMessage,
  onReviewMessage,
  onFacilitatorMessage,
  onReplaceMessage,
  onSharedAddress,
  onDoubtMessage,
  onOpening,
  onAdjustText,
  onCommitteeReason,
  onDeciding,
  onLostMember,
];

/** The bot's answer to one stored event; runs in the event's transaction, and may run twice. */
export function createBot(parts: BotParts): (tx: Transaction, received: Received) => Promise<Handled> {
  return async (tx, received) => {
    const { event } = received;
    let { conversation } = received;
    const isMet = await recognised(parts, tx, received);
    if (conversation.kind !== 'direct') return onRoom(parts, tx, received);
    const address = { platform: event.platform, workspace: event.workspace, userId: event.from.userId };
    let people = await tx.people.byAddress(address);
    const linked = await onLink(parts, tx, received, people);
    if (linked !== null && !('consultation' in linked)) return linked;
    if (linked !== null) people = await tx.people.byAddress(address);
    if (people.length === 0) return onUnknown(parts, tx, received);
    // Whoever was asked who they are is known by now.
    if (['who', 'account'].includes(focusFrom(conversation.focus).waits))
      conversation = { ...conversation, focus: NOTHING };
    const found =
      linked === null
        ? await consultationOf({ ...received, conversation, tx, people })
        : hereBy(linked, people);
    if (found === null) return IGNORED;
    if (isUnclear(found)) {
      const { lang, id } = people[0]!;
      const reply = askWhich(lang, found);
      await tx.conversations.setFocus(conversation.id, reply.focus);
      return { ...IGNORED, state: 'handled', personId: id, replies: [spoken(reply, lang)] };
    }
    const { consultation } = found;
    const guest = await speakerOf(tx, conversation, found.person, consultation);
    const person = guest ?? found.person;
    const partners = await partnersHere(tx, found.person, guest);
    // Whoever spoke here may no more: what the bot had asked them is nobody's to answer.
    if (conversation.speakerId !== null && guest === null) {
      conversation = { ...conversation, speakerId: null, partnerId: null, focus: NOTHING };
      await tx.conversations.setVoice(conversation.id, conversation);
      await tx.conversations.setFocus(conversation.id, NOTHING);
    }
    const focus = focusFrom(conversation.focus);
    const talk = talkOf({
      ...received,
      conversation,
      tx,
      consultation,
      actor: { person, partners },
      focus,
      ids: parts.ids,
      desk: parts.deskOf(consultation),
      ledger: parts.ledger,
      page: parts.page,
      reading: parts.reading,
    });
    const speaks = event.type === 'message' || event.type === 'choice' || event.type === 'form';
    if (speaks && conversation.consultationId !== consultation.id)
      await tx.conversations.setConsultation(conversation.id, consultation.id);
    const said =
      (await onSpeaker(talk, found.person)) ??
      (isMet ? await invitedHere(talk, keptOf(received)[0] ?? null) : null) ??
      (await (found.chosen
        ? takeUp(talk, found.asked, linked !== null)
        : onlyFiles(talk)
          ? null
          : replyTo(talk)));
    // Conversations are locked by now, whichever the reply needed: numbers of files come after.
    const filed = bringsFiles(talk) && said?.kind !== 'farewell' ? await withFiles(talk, said) : said;
    const reply = filed && withPrepared(talk, filed);
    // Whoever was erased is a stranger from here on, this message of theirs included.
    if (reply?.kind === 'farewell')
      return { ...IGNORED, state: 'handled', replies: [spoken(reply, talk.say.lang)] };
    const next = passes(talk, reply) ? NOTHING : reply?.focus;
    if (next) await tx.conversations.setFocus(conversation.id, next);
    if (reply?.kind === 'receipt') await showAlso(talk);
    if (reply && partners.length > 0) await showSilenceSoon(talk);
    return {
      state: reply ? 'handled' : 'ignored',
      consultationId: consultation.id,
      personId: reply?.unattributed ? null : person.id,
      replies: reply ? [spoken(asking(reply, talk.focus), reply.lang ?? talk.say.lang)] : [],
    };
  };
}

/** An idea told in private may be one of a workshop: its rooms count it. */
async function showAlso(talk: Talk): Promise<void> {
  const held = await newestHeld(talk);
  if (held && held.workshop.course.state !== 'ended') await showSoon(held);
}

async function replyTo(talk: Talk): Promise<Reply | null> {
  const { event } = talk;
  if (event.type === 'edit' || event.type === 'delete')
    return joined(await onMessageChange(talk), await onFilesDeleted(talk));
  if (event.type === 'form') return onForm(talk);
  if (event.type === 'reaction') return talk.actor.partners.length > 0 ? onReaction(talk) : null;
  const said = await effectiveText(talk);
  if (said === null) return null;
  const takenBack = await onTakeBack(said);
  if (takenBack) return takenBack;
  const final = await answeredIn(said);
  if ('blocks' in final) return final;
  if (bare(final.text) === 'menu') return { ...(await menuOf(final)), kind: 'menu' };
  const split = await onSplitMessage(final);
  if (split) return split;
  const { focus } = final;
  const before =
    focus.waits === 'doubts' && !focus.answer && focus.said === undefined
      ? { ...final, focus: focusFrom(focus.back) }
      : final;
  for (const topic of TEAM_TOPICS) {
    const reply = await topic(topic === onDoubtMessage ? final : before);
    if (reply) return reply;
  }
  return asPartner(before);
}

const joined = (first: Reply | null, then: Reply | null): Reply | null =>
  first && then ? { ...first, blocks: [...first.blocks, ...then.blocks] } : (first ?? then);

async function asPartner(talk: Talk): Promise<Reply> {
  const published = await onPublicSynthesis(talk);
  if (published) return published;
  if (talk.actor.partners.length > 0)
    return (await onWorkshopFollower(talk)) ?? (await onPartnerMessage(talk));
  return (await onPersonal(talk)) ?? (isFormer(talk) ? onFormer(talk) : orient(talk));
}

/** What people who only run a consultation may ask about themselves. */
async function onPersonal(talk: Talk): Promise<Reply | null> {
  const command = settlesErasure(talk) === null ? ownCommand(talk.text) : null;
  if (command?.does === 'data') return onData(talk);
  if (command?.does === 'language') return onLanguage(talk, command.lang);
  if (command?.does === 'erase') return onErase(talk, null);
  if (talk.focus.waits === 'data') return onDataAnswer(talk, talk.focus);
  return talk.focus.waits === 'erase' ? onEraseAnswer(talk, talk.focus) : null;
}

/** The consultation is clear now: what was said before the question, or where the person stands. */
async function takeUp(talk: Talk, asked: Kept | null, linked: boolean): Promise<Reply | null> {
  if (!linked) return takenUp(talk, asked);
  const reply = (await invitedHere({ ...talk, text: '' }, asked)) ?? (await takenUp(talk, asked));
  const lead = answer(talk.say.newcomer.linked);
  return reply ? { ...reply, blocks: [...lead.blocks, ...reply.blocks] } : lead;
}

async function takenUp(talk: Talk, asked: Kept | null): Promise<Reply | null> {
  const focus = await standing(talk);
  await talk.tx.conversations.setFocus(talk.conversation.id, focus);
  const words = asked?.words as WordsId | undefined;
  const text = words && (await talk.tx.words.texts([words])).get(words);
  if (!asked || !words || typeof text !== 'string')
    return talk.actor.partners.length > 0 ? whereWeAre(talk) : asPartner({ ...talk, text: '' });
  const event = { ...talk.event, type: 'message' as const, message: asked.message, text, at: asked.at };
  return replyTo({
    ...talk,
    event: { replyTo: null, onScreen: null, files: [], addressed: false, ...event },
    text,
    wordsId: words,
    inboundId: (asked.inbound as InboundId | undefined) ?? talk.inboundId,
    focus,
  });
}

/** A question asked again waits for what it waited for. */
const asking = (reply: Reply, focus: Focus): Reply =>
  reply.focus === undefined && asks(reply) ? { ...reply, focus } : reply;

const spoken = (reply: Reply, lang: string): Handled['replies'][number] => ({
  kind: reply.kind,
  document: documentOf(reply, lang),
  ...(reply.roundId === undefined ? {} : { roundId: reply.roundId }),
  ...(reply.stays === undefined ? {} : { stays: reply.stays }),
});

/** Where a link led: it is clear which consultation is meant. */
function hereBy({ consultation, asked }: Linked, people: readonly Person[]): Here | null {
  const person = people.find(({ consultationId }) => consultationId === consultation.id);
  return person ? { consultation, person, chosen: true, asked } : null;
}

/** What the sender of a message that could not be handled is told. */
export function apology(lang: string): Document {
  const say = phrasesIn(lang, []);
  return documentOf(answer(say.apology), say.lang);
}
