/** The door of a room: who comes, in which thread they speak, who is told what came of it. */
import type { Person } from '../../app/ports/people.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { Manner } from '../../chat/manner.ts';
import type { RoundContent } from '../../core/consultation/model.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { NOTHING } from '../focus.ts';
import { type BotParts, type Handled, IGNORED, type Received } from '../received.ts';
import { documentOf, type Reply, type Talk, talkOf } from '../talk.ts';
import { showSoon } from './board.ts';
import { workshopCommand } from './command.ts';
import { keepUnknown } from './guests.ts';
import { type Held, heldOf, roomLang, roomSay } from './held.ts';
import { inRoom } from './in-room.ts';
import type { Said } from './said-there.ts';
import { openHere } from './team.ts';
import { isAbout, type Thread, threadKey, threadsOf } from './threads.ts';

export async function onRoom(parts: BotParts, tx: Transaction, received: Received): Promise<Handled> {
  const { event, conversation, now, inboundId } = received;
  const people = await tx.people.byAddress({ ...event, userId: event.from.userId });
  const workshop = await tx.workshops.inRoom(conversation.id);
  const consultation = workshop && (await tx.consultations.byId(workshop.consultationId));
  const held =
    workshop &&
    consultation &&
    (await heldOf({ tx, consultation, ids: parts.ids, now, inboundId }, workshop));
  const opened = await opening(parts, tx, received, people, held ?? null);
  if (opened) return opened;
  if (!held) return IGNORED;
  const person = people.find(({ consultationId }) => consultationId === held.consultation.id) ?? null;
  const thread = await threadOf(held, received);
  await present(held, received, person);
  if (person === null) {
    const kept = await keepUnknown(held, received, thread?.prompts[0]?.key ?? null, thread !== null);
    return { ...IGNORED, state: kept ? 'handled' : 'ignored', consultationId: held.consultation.id };
  }
  const talk = await talkIn(parts, tx, received, person, held.consultation);
  const said = await inRoom(talk, { ...held, inboundId }, thread);
  return {
    state: said === null ? 'ignored' : 'handled',
    consultationId: held.consultation.id,
    personId: person.id,
    replies: said === null || said.reply.blocks.length === 0 ? [] : [told(talk, said, thread)],
  };
}

async function talkIn(
  parts: BotParts,
  tx: Transaction,
  received: Received,
  person: Person,
  consultation: Held['consultation'],
): Promise<Talk> {
  const partners = await tx.people.partnersOf(person.id);
  return talkOf({
    ...received,
    tx,
    consultation,
    actor: { person, partners },
    focus: NOTHING,
    ids: parts.ids,
    desk: parts.deskOf(consultation),
    ledger: parts.ledger,
    page: parts.page,
  });
}

/** "atelier CLÉ", said by the team in a room: the workshop is held there from now on. */
async function opening(
  parts: BotParts,
  tx: Transaction,
  received: Received,
  people: readonly Person[],
  held: Held | null,
): Promise<Handled | null> {
  const { event } = received;
  const command = event.type === 'message' ? workshopCommand(event.text, event.addressed) : null;
  if (command?.does !== 'open') return null;
  for (const person of people) {
    const consultation = await tx.consultations.byId(person.consultationId);
    const key = command.key;
    const found: RoundContent | undefined = consultation?.content.rounds.find((round) => round.key === key);
    if (!consultation || !found) continue;
    const talk = await talkIn(parts, tx, received, person, consultation);
    if (!inTeam(talk)) continue;
    if (received.conversation.consultationId !== consultation.id)
      await tx.conversations.setConsultation(received.conversation.id, consultation.id);
    const reply = await openHere(talk, key, received.conversation);
    if (held === null || held.content.key !== key) await enterAs(talk, key);
    return {
      state: 'handled',
      consultationId: consultation.id,
      personId: person.id,
      replies: [told(talk, { reply, sign: false }, null)],
    };
  }
  return null;
}

/** Whoever opens it there is there. */
async function enterAs(talk: Talk, key: string): Promise<void> {
  const workshop = await talk.tx.workshops.inRoom(talk.conversation.id);
  const round = workshop && (await talk.tx.rounds.byId(workshop.roundId));
  if (!workshop || round?.key !== key) return;
  await enter(talk.tx, workshop, talk, talk.actor.person);
}

const enter = (
  tx: Transaction,
  workshop: Workshop,
  { event, conversation, now }: Pick<Received, 'event' | 'conversation' | 'now'>,
  person: Person | null,
) =>
  tx.workshops.enter(workshop, conversation.id, {
    platform: event.platform,
    workspace: event.workspace,
    userId: event.from.userId,
    person: person?.id ?? null,
    at: now,
  });

/** Notes that they are there, or have left. */
async function present(
  held: Held,
  { event, conversation, now }: Received,
  person: Person | null,
): Promise<void> {
  const { tx, workshop } = held;
  const { userId } = event.from;
  if (event.type === 'presence' && !event.here) {
    await tx.workshops.leave(workshop.id, conversation.id, userId, now);
    return showSoon(held);
  }
  // A change of an old message says nothing of where its author is.
  if (event.type === 'edit' || event.type === 'delete') return;
  const before = (await tx.workshops.guests(workshop.id)).some(
    (guest) => guest.conversation === conversation.id && guest.userId === userId && guest.leftAt === null,
  );
  await enter(tx, workshop, { event, conversation, now }, person);
  if (!before) await showSoon(held);
}

/** The thread it was said in, when the bot opened it. */
async function threadOf(held: Held, { event, conversation }: Received): Promise<Thread | null> {
  const { thread } = event.place;
  if (thread === null || event.type !== 'message') return null;
  const root = await held.tx.outbox.byMessage(conversation.id, thread);
  const post = root && (await held.tx.workshops.posts(held.workshop.id)).find((one) => isAbout(one, root));
  const key = post ? threadKey(post) : null;
  return threadsOf(held, roomSay(held), roomLang(held)).find((one) => one.key === key) ?? null;
}

/** A sign for all to see, or words for one person's eyes: a room is never told what is somebody's own. */
function told(talk: Talk, { reply, sign }: Said, thread: Thread | null): Handled['replies'][number] {
  const { event } = talk;
  const hangs = event.place.thread;
  const under = hangs === null ? {} : { thread: { root: { message: hangs }, name: thread?.name ?? '' } };
  const manner: Manner =
    sign && event.type === 'message'
      ? { as: 'sign', on: event.message, emoji: '✅', ...under }
      : { as: 'whisper', to: event.from.userId, ...under };
  return { kind: 'answer', document: { ...documentOf(plainly(reply), talk.say.lang), manner } };
}

/** Without what is waited for: nothing is, in a room. */
const plainly = ({ blocks, choices }: Reply): Pick<Reply, 'blocks' | 'choices'> => ({
  blocks,
  ...(choices === undefined ? {} : { choices }),
});
