/** People nobody knows yet: their words are kept, they are asked in private who they are, and read once it is known. */

import { directsAt } from '../../app/directs.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { Saying } from '../../app/ports/workshops.ts';
import type { Desk } from '../../app/proposal/read-message.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { submitAnswer } from '../../app/proposal/submit-answer.ts';
import { joinWorkshop, voiceIn } from '../../app/workshop/join-workshop.ts';
import { type ConversationId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Guest } from '../../core/workshop/model.ts';
import type { Focus } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { type Handled, IGNORED, type Received } from '../received.ts';
import { answer, documentOf } from '../talk.ts';
import { wordless } from '../understand.ts';
import { deliver, type Edge, type Held, localIn, newestHeld, roomLang } from './held.ts';

/** True when their words are kept; they are asked once, in private, who they are. */
export async function keepUnknown(
  held: Held,
  { event, conversation, inboundId, wordsId, now }: Received,
  promptKey: string | null,
  inThread: boolean,
): Promise<boolean> {
  const { tx, workshop, consultation, ids } = held;
  if (event.type !== 'message' || !inThread || wordsId === null || wordless(event.text)) return false;
  const guest = (await tx.workshops.guests(workshop.id)).find(
    (one) => one.conversation === conversation.id && one.userId === event.from.userId,
  );
  if (!guest) return false;
  await tx.workshops.keepSaying(workshop, {
    id: ids.next(),
    guest: guest.id,
    inbound: inboundId,
    messageRef: event.message,
    promptKey,
    words: wordsId,
    at: event.at,
  });
  if (guest.askedAt !== null) return true;
  await tx.workshops.setAsked(guest.id, now);
  const lang = roomLang(held);
  const say = phrasesIn(lang, consultation.content.languages);
  const [direct] = await directsAt({ tx, ids, now }, consultation.id, [
    { platform: event.platform, workspace: event.workspace, userId: event.from.userId },
  ]);
  const focus: Focus = { waits: 'workshop-guest', workshop: workshop.id };
  await tx.conversations.setFocus(direct!.id, focus);
  const title = localIn(held, lang, held.content.title);
  await deliver(held, [{ conversation: direct!.id, lang, reply: answer(say.workshop.whoAreYou(title)) }]);
  return true;
}

/** How a guest is named to the team, and back: no address is written in a message, which would outlive who has it. */
const GUEST = /^(?:invit[ée]|guest)$/iu;

/** `invité:3`: the n-th of the newest workshop; null when that person is known by now, or was never there. */
export async function guestAt(
  edge: Edge,
  at: { readonly platform: string; readonly userId: string },
): Promise<{ readonly platform: string; readonly userId: string; readonly workspace?: string } | null> {
  if (!GUEST.test(at.platform)) return at;
  const held = await newestHeld(edge);
  const guest = held && (await held.tx.workshops.guests(held.workshop.id))[Number(at.userId) - 1];
  return guest && guest.userId !== '' && guest.person === null
    ? { platform: guest.platform, workspace: guest.workspace, userId: guest.userId }
    : null;
}

/** The number of whoever is behind that direct conversation; null when they are no guest. */
export async function guestNumber(edge: Edge, direct: ConversationId): Promise<number | null> {
  const conversation = await edge.tx.conversations.byId(direct);
  const held = conversation && (await newestHeld(edge));
  const guests = held ? await edge.tx.workshops.guests(held.workshop.id) : [];
  const at = guests.findIndex(
    ({ platform, userId }) => platform === conversation!.platform && userId === conversation!.userId,
  );
  return at < 0 ? null : at + 1;
}

/** They say who they are: for the team to register them. */
export async function onGuestSays(
  tx: Transaction,
  { event, conversation, inboundId, wordsId, now }: Received,
  ids: Held['ids'],
): Promise<Handled | null> {
  const id = conversation.consultationId;
  const consultation = id === null ? null : await tx.consultations.byId(id);
  if (!consultation || event.type !== 'message' || wordsId === null || wordless(event.text)) return null;
  await tx.doubts.add({
    id: ids.next(),
    consultationId: consultation.id,
    proposalId: null,
    inboundId,
    kind: 'guest',
    options: [conversation.id],
    raisedAt: now,
  });
  const { languages } = consultation.content;
  const say = phrasesIn(languages[0], languages);
  const document = documentOf(answer(say.workshop.guestNoted), say.lang);
  return {
    ...IGNORED,
    state: 'handled',
    consultationId: consultation.id,
    replies: [{ kind: 'answer', document }],
  };
}

/** Whoever is known by now: what they had said is read, and counts from when they said it. */
export async function readGuests(held: Held, desk: Desk): Promise<void> {
  const { tx, workshop, consultation } = held;
  const sayings = await tx.workshops.sayings(workshop.id);
  if (sayings.length === 0) return;
  for (const guest of await tx.workshops.guests(workshop.id)) {
    const theirs = sayings.filter((one) => one.guest === guest.id);
    if (theirs.length === 0 || guest.userId === '') continue;
    const people = await tx.people.byAddress(guest);
    const person = people.find(({ consultationId }) => consultationId === consultation.id);
    if (!person) continue;
    const partners = await tx.people.partnersOf(person.id);
    if (partners.length === 0) continue;
    await read({ ...held, actor: { person, partners } }, guest, theirs, desk);
  }
}

type Acting = Held & { readonly actor: Parameters<typeof voiceIn>[0]['actor'] };

async function read(
  acting: Acting,
  guest: Guest & { readonly platform: string; readonly workspace: string },
  sayings: readonly Saying[],
  desk: Desk,
): Promise<void> {
  const { tx, workshop, consultation, content, now, actor, ids } = acting;
  const { person } = actor;
  await tx.workshops.enter(workshop, guest.conversation, { ...guest, person: person.id, at: now });
  const numbers: number[] = [];
  for (const saying of sayings) {
    if (!(await tx.workshops.takeSaying(saying.id, now))) continue;
    const changes = await tx.inbox.changesOf(guest.conversation, saying.messageRef);
    const last = changes.at(-1);
    if (last?.type === 'delete') continue;
    const words = last?.wordsId ?? saying.words;
    for (const one of new Set([saying.words, words])) await tx.words.give(one, consultation.id, person.id);
    const text = (await tx.words.texts([words])).get(words);
    const partner = await voiceIn(acting, workshop);
    const round = await tx.rounds.byId(workshop.roundId);
    if (typeof text !== 'string' || partner === null || round === null) continue;
    const prompt = content.prompts.find(({ key }) => key === saying.promptKey) ?? null;
    const { ideas } = await readMessage(tx, desk, consultation.id, text, {
      lang: person.lang,
      prompt: prompt && { key: prompt.key, axis: prompt.axis },
    });
    const participation = ideas.length > 0 ? await joinWorkshop(acting, workshop, partner) : null;
    if (participation === null || isRefusal(participation)) continue;
    const taken = await submitAnswer(acting, {
      round,
      participation,
      partner,
      prompt,
      prompts: content.prompts,
      conversationId: guest.conversation,
      messageRef: saying.messageRef,
      words,
      textAt: last?.at ?? saying.at,
      ideas,
    });
    if (!isRefusal(taken)) numbers.push(...taken.proposals.map(({ proposal }) => proposal.number));
  }
  const [direct] = await directsAt({ tx, ids, now }, consultation.id, [guest]);
  for (const doubt of await tx.doubts.open(consultation.id))
    if (doubt.kind === 'guest' && doubt.options[0] === direct!.id) await tx.doubts.settle(doubt.id, now);
  if (numbers.length === 0) return;
  const say = phrasesIn(person.lang, consultation.content.languages);
  await deliver(acting, [
    {
      conversation: direct!.id,
      lang: say.lang,
      reply: answer(say.workshop.guestTaken(say.listed(numbers.map((number) => ref(number))))),
    },
  ]);
}
