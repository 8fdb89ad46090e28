/** "remplacer Claire Dupont par Paul Martin, web:paul-1", and back. */

import { directsOf } from '../../app/directs.ts';
import {
  type Replaced,
  replacementNamed,
  replacePerson,
  undoReplacement,
} from '../../app/person/replace-person.ts';
import type { Partner } from '../../app/ports/people.ts';
import type { Whereabouts } from '../../app/round/add-to-round.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import { readEmail } from '../../core/person/email.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { isCalled } from '../called.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { undoes } from '../partner/undo.ts';
import { answer, documentOf, greeted, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import { WHEREABOUTS, whereabouts } from '../whereabouts.ts';
import { inTeam } from './dialogue.ts';
import { sendInvitations } from './invite.ts';

export type ReplaceCommand =
  | {
      readonly does: 'replace';
      readonly who: string;
      readonly name: string;
      readonly at: Whereabouts;
      readonly lang: string | null;
    }
  | { readonly does: 'undo-replacement'; readonly who: string };

const LONGEST = 400;
const REPLACE = new RegExp(
  `^\\s{0,20}(?:remplacer|replace) {1,3}(\\S.{1,160}?) {1,3}(?:par|by|with) {1,3}([^,:]{2,80}?) {0,3}, {0,3}${WHEREABOUTS}(?: {0,3}, {0,3}([a-z]{2}))?\\s{0,20}$`,
  'iu',
);
const UNDO =
  /^\s{0,20}(?:annuler le remplacement (?:de |d['’])|undo (?:the )?replacement of )(\S.{1,160}?)[\s.]{0,20}$/iu;

/** null when the message is no such command. */
export function replaceCommand(text: string): ReplaceCommand | null {
  if (text.length > LONGEST) return null;
  const undo = UNDO.exec(text);
  if (undo) return { does: 'undo-replacement', who: undo[1]! };
  const found = REPLACE.exec(text);
  if (!found) return null;
  const [, who, name, at, lang] = found;
  return {
    does: 'replace',
    who: who!,
    name: name!,
    at: whereabouts(at!),
    lang: lang?.toLowerCase() ?? null,
  };
}

export async function onReplaceMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = replaceCommand(talk.text);
  if (!command) return undoes(talk.text) ? undoLast(talk) : null;
  const names = (name: string | null, { organisation }: Partner) => isCalled(command.who, name, organisation);
  if (command.does === 'undo-replacement') return giveBack(talk, names);
  if ('email' in command.at && readEmail(command.at.email) === null)
    return refusal(talk, refuse('no-such-email'));
  const partners = await talk.tx.people.partners(talk.consultation.id);
  await holdPlaces(
    talk,
    partners.filter((seat) => names(seat.person.name, seat)),
  );
  const replaced = await replacePerson(talk, (seat) => names(seat.person.name, seat), command, talk.page);
  if (isRefusal(replaced)) return refusal(talk, replaced);
  await tell(talk, replaced, false);
  const { from, seat, proposals, open, gone } = replaced;
  return answer(
    talk.say.voices.replaced(
      mention(from),
      mention(seat.person),
      display(seat.organisation),
      proposals,
      open.map(({ round }) => round.key),
      gone,
    ),
  );
}

async function giveBack(talk: Talk, named: Parameters<typeof undoReplacement>[1]): Promise<Reply> {
  const found = await replacementNamed(talk, named);
  if (isRefusal(found)) return refusal(talk, found);
  await holdPlaces(talk, [found.seat, { ...found.seat, person: found.to }]);
  const undone = await undoReplacement(talk, named);
  if (isRefusal(undone)) return refusal(talk, undone);
  const { seat } = undone;
  await tell(talk, undone, true);
  return answer(talk.say.voices.reinstated(mention(seat.person), display(seat.organisation)));
}

const HOUR = 3_600_000;

/** "annule", when a replacement is the last thing they did. */
async function undoLast(talk: Talk): Promise<Reply | null> {
  const { tx, consultation, actor, now } = talk;
  const last = (await tx.acts.by(consultation.id, actor.person.id, now - HOUR)).at(-1);
  return last?.verb === 'partner.replace' ? giveBack(talk, (_, { id }) => id === last.subjectId) : null;
}

/** The one who leaves, with a last word; the one who comes, with what waits for them. */
async function tell(
  talk: Talk,
  { from, seat, proposals, open, gone }: Replaced,
  back: boolean,
): Promise<void> {
  const { languages } = talk.consultation.content;
  const organisation = display(seat.organisation);
  const comes = mayBeWrittenTo(seat) ? [seat] : [];
  const leaves = [{ ...seat, person: from }].filter(mayBeWrittenTo);
  await tellPartners(talk, [...comes, ...leaves], 'succession', ({ person }) => {
    const say = phrasesIn(person.lang, languages);
    const name = greeted(person);
    const heir = mention(seat.person);
    const coming = back
      ? say.undo.reinstatedHere(name, organisation)
      : say.voices.takesOver(name, mention(from), organisation, proposals);
    const leaving = back
      ? say.undo.notNeeded(name, heir, organisation, proposals > 0)
      : say.voices.takenOver(name, heir, organisation, gone);
    return documentOf(answer(person.id === from.id ? leaving : coming), say.lang);
  });
  if (comes.length === 0) return;
  const [newest] = open;
  if (!newest) return;
  const [conversation] = await directsOf(talk, talk.consultation.id, [seat.person]);
  await sendInvitations(talk, newest.round, newest.content, [{ partner: seat, conversation: conversation! }]);
}
