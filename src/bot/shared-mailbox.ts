/** One address, several people: who speaks in this conversation, said by themselves. */

import { mayWriteFrom } from '../app/person/share-address.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Partner, Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import { display } from '../chat/display.ts';
import { mention, mentionFirst } from '../chat/mention.ts';
import { type Focus, NOTHING } from './focus.ts';
import { ownCommand } from './own-command.ts';
import { whereWeAre } from './partner/dialogue.ts';
import { latestPlace, standing } from './partner/place.ts';
import { answer, firstName, type Reply, type Talk } from './talk.ts';
import { folded } from './understand.ts';

/** The colleague who said they were there: nobody who was erased since, nor where the address is one person's alone. */
export async function speakerOf(
  tx: Pick<Transaction, 'people' | 'acts'>,
  { speakerId }: Pick<Conversation, 'speakerId'>,
  owner: Person,
  consultation: LoadedConsultation,
): Promise<Person | null> {
  const found = speakerId === null ? null : await tx.people.byId(speakerId);
  if (!found?.name || found.consultationId !== owner.consultationId) return null;
  return (await mayWriteFrom({ tx, consultation }, owner, found)) ? { ...found, roles: [] } : null;
}

/** A guest speaks there for what they share with the owner of the address. */
export async function partnersHere(
  tx: Pick<Transaction, 'people'>,
  owner: Person,
  guest: Person | null,
): Promise<readonly Partner[]> {
  const theirs = await tx.people.partnersOf(owner.id);
  if (!guest) return theirs;
  const organisations = new Set(theirs.map(({ organisationId }) => organisationId));
  return (await tx.people.partnersOf(guest.id)).filter(({ organisationId }) =>
    organisations.has(organisationId),
  );
}

const LONGEST = 120;
const NAME = "([\\p{L}'.-]{2,30}(?: [\\p{L}'.-]{2,30}){0,3}?)";
const OTHER = `(?:,? (?:et )?(?:pas|non|not) [\\p{L}'. -]{2,60})`;
const WRITES =
  '(?: qui (?:repond|ecris|ecrit|parle|vous repond|vous ecrit|vous ecris)(?: .{1,40})?| a l.appareil| speaking| here| answering| writing)';
const HELLO =
  "(?:(?:bonjour|bonsoir|hello|hi|good morning),? )?(?:(?:ici|c'est|moi c'est|je suis|this is|it's|it is|i am|i'm) )";
/** "ici Paul": enough for somebody known; a stranger says more ("pas Claire", "qui répond"). */
const PLAIN = new RegExp(`^${HELLO}${NAME}$`, 'u');
const PLAINLY = [
  new RegExp(`^${HELLO}${NAME}(?:${WRITES}|${OTHER}){1,2}$`, 'u'),
  new RegExp(`^${NAME} (?:here|speaking)${OTHER}?$`, 'u'),
];

/** The name somebody gives of themselves, folded; `sure` when they say it is not somebody else's. */
export function introduced(text: string): { readonly name: string; readonly sure: boolean } | null {
  if (text.length > LONGEST) return null;
  const said = folded(text).replace(/[.! ]{1,5}$/u, '');
  for (const pattern of PLAINLY) {
    const found = pattern.exec(said);
    if (found) return { name: found[1]!, sure: true };
  }
  const found = PLAIN.exec(said);
  return found ? { name: found[1]!, sure: false } : null;
}

const goesBy = ({ name }: Pick<Person, 'name'>, wanted: string): boolean =>
  [folded(name ?? ''), folded(firstName(name) ?? '')].includes(wanted);

/** null when nothing is said of who speaks, and whoever did before goes on. */
export async function onSpeaker(talk: Talk, owner: Person): Promise<Reply | null> {
  const private_ = talk.conversation.speakerId !== null && ownCommand(talk.text);
  if (private_ && private_.does !== 'help') return answer(talk.say.voices.ownPlace);
  if (talk.event.type !== 'message') return null;
  const said = introduced(talk.text);
  const unknown = talk.focus.waits === 'stranger';
  if (said === null && !unknown) return null;
  const theirs = await talk.tx.people.partnersOf(owner.id);
  if (said && goesBy(owner, said.name) && (unknown || talk.conversation.speakerId !== null))
    return handOver(talk, owner, null, theirs);
  const colleague = said && (await colleagueNamed(talk, owner, theirs, said.name));
  if (colleague && colleague.id !== talk.actor.person.id) {
    if (!(await mayWriteFrom(talk, owner, colleague))) return ofStranger(talk, owner, theirs, colleague);
    const partners = await partnersHere(talk.tx, owner, colleague);
    return handOver(talk, { ...colleague, roles: [] }, colleague, partners);
  }
  if (unknown || (said?.sure && !goesBy(talk.actor.person, said.name) && theirs.length > 0))
    return ofStranger(talk, owner, theirs);
  return null;
}

async function colleagueNamed(
  talk: Talk,
  owner: Person,
  theirs: readonly Partner[],
  name: string,
): Promise<Person | null> {
  if (theirs.length === 0 || goesBy(owner, name)) return null;
  const found = (await talk.tx.people.partners(talk.consultation.id)).filter(
    ({ organisationId, person }) =>
      theirs.some((one) => one.organisationId === organisationId) && goesBy(person, name),
  );
  return new Set(found.map(({ person }) => person.id)).size === 1 ? found[0]!.person : null;
}

/** From now on what is written here is this person's. */
async function handOver(
  talk: Talk,
  person: Person,
  speaker: Person | null,
  partners: readonly Partner[],
): Promise<Reply> {
  const conversation = { ...talk.conversation, speakerId: speaker?.id ?? null, partnerId: null };
  await talk.tx.conversations.setVoice(conversation.id, conversation);
  const theirs: Talk = { ...talk, conversation, actor: { person, partners }, focus: NOTHING };
  const { voices: say } = talk.say;
  const name = mention(person);
  const [partner] = partners;
  const lead =
    speaker && partner ? say.speaksHere(name, display(partner.organisation)) : say.speaksAgain(name);
  if (!(await latestPlace(theirs))) return { ...answer(lead), focus: NOTHING };
  const place = await whereWeAre(theirs);
  return { ...place, focus: await standing(theirs), blocks: [...answer(lead).blocks, ...place.blocks] };
}

/** Kept for the team, and nobody's until they say whose it is. */
async function ofStranger(
  talk: Talk,
  owner: Person,
  theirs: readonly Partner[],
  colleague: Person | null = null,
): Promise<Reply> {
  await talk.tx.doubts.add({
    id: talk.ids.next(),
    consultationId: talk.consultation.id,
    proposalId: null,
    inboundId: talk.inboundId,
    kind: colleague ? 'colleague-here' : 'speaker',
    options: theirs.map(({ id }) => id),
    raisedAt: talk.now,
  });
  const focus: Focus = { waits: 'stranger' };
  const { voices: say } = talk.say;
  const name = mentionFirst(owner);
  const lead = colleague
    ? say.notTheirAddress(mention(colleague), name)
    : talk.focus.waits === 'stranger'
      ? say.strangerKept(name)
      : say.strangerHere(name);
  return { ...answer(lead), focus, unattributed: true };
}
