/** Before anything leaves: what each person will get, who they are, and "On envoie ?". */

import { perform } from '../../../app/perform.ts';
import type { Partner } from '../../../app/ports/people.ts';
import { openRound, type Preview, previewRound } from '../../../app/round/open-round.ts';
import { display } from '../../../chat/display.ts';
import { mention } from '../../../chat/mention.ts';
import type { Block } from '../../../chat/outbound.ts';
import type { Lang } from '../../../core/consultation/model.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { untranslated } from '../../../core/round/draft.ts';
import type { Field } from '../../../core/round/draft-steps.ts';
import { NOTHING } from '../../focus.ts';
import { invitation } from '../../partner/consent.ts';
import { standing } from '../../partner/place.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { sendInvitations } from '../invite.ts';
import { type Found, type Subject, subjectOf } from './subject.ts';

const MOST_NAMED = 120;

export async function onReview(talk: Talk, subject: Subject, ...lead: readonly string[]): Promise<Reply> {
  const found = await subjectOf(talk, subject);
  return isRefusal(found) ? { ...refusal(talk, found), focus: NOTHING } : review(talk, found, ...lead);
}

export async function review(talk: Talk, found: Found, ...lead: readonly string[]): Promise<Reply> {
  const preview = await previewRound(talk, found.what, found.subject.closesAt);
  if (isRefusal(preview)) return refusal(talk, preview);
  return {
    ...answer(
      ...lead,
      ...facts(talk, found, preview),
      talk.say.opening.willGet,
      ...specimen(talk, preview),
      talk.say.opening.reviewHow,
      talk.say.opening.promptsHow,
      talk.say.team.sendNow,
    ),
    ...sending(talk, found),
  };
}

/** What changed and the figures that may have with it; the message itself was read already, and can be again. */
export async function reviewChange(talk: Talk, found: Found, changed: Field): Promise<Reply> {
  const preview = await previewRound(talk, found.what, found.subject.closesAt);
  if (isRefusal(preview)) return refusal(talk, preview);
  const { opening: say } = talk.say;
  return {
    ...answer(say.changed(changed), ...facts(talk, found, preview), say.changedHow, talk.say.team.sendNow),
    ...sending(talk, found),
  };
}

/** Each preview has its own button: one of an earlier preview never sends this one. */
export function sending(talk: Talk, { subject }: Pick<Found, 'subject'>): Pick<Reply, 'choices' | 'focus'> {
  const { team, opening } = talk.say;
  const { key, draft, closesAt } = subject;
  return {
    focus: { waits: 'open-round', key, draft, closesAt },
    choices: [
      { value: `${bareVerb(talk)} ${subject.draft ?? subject.key}`, label: team.send, main: true },
      { value: opening.recipientsButton.toLowerCase(), label: opening.recipientsButton },
      { value: opening.testButton.toLowerCase(), label: opening.testButton },
      { value: team.no, label: team.cancel },
    ],
  };
}

const bareVerb = (talk: Talk): string => (talk.say.lang === 'fr' ? 'envoyer' : 'send');

function facts(
  talk: Talk,
  { row }: Found,
  { content, opening, invited, unreachable, untold, stopped }: Preview,
): (string | Block)[] {
  const { say } = talk;
  const { rules, colleges, zone } = talk.consultation.content;
  const byCollege = colleges.flatMap(({ key, label }) => {
    const here = people(invited.filter((partner) => partner.college === key));
    return here > 0 ? [[say.labelled(local(talk, label), String(here))]] : [];
  });
  const afterDays = content.reminders?.afterDays ?? rules.reminders.afterDays;
  const missing = row ? untranslated(row.draft, talk.consultation.content.languages) : [];
  return [
    say.team.preview(
      local(talk, content.title),
      content.prompts.length,
      people(invited),
      say.date(opening.closesAt, zone),
    ),
    list(...byCollege),
    ...(content.organisations ? [say.opening.onlySome(content.organisations.length)] : []),
    ...(unreachable.length > 0 ? [say.team.unreachable(people(unreachable))] : []),
    ...(untold.length > 0 ? [say.letters.untold(people(untold))] : []),
    ...(stopped.length > 0 ? [say.opening.stopped(people(stopped))] : []),
    ...(opening.moved ? [say.team.moved] : []),
    ...(opening.short ? [say.team.short(opening.days)] : []),
    say.opening.remindersAt(afterDays.filter((days) => days < opening.days)),
    ...(content.background.length === 0 ? [say.opening.noBackground] : []),
    ...missing.flatMap((lang) => {
      const readers = readersOf(invited, lang);
      return readers > 0 ? [say.opening.otherLanguage(readers, lang)] : [];
    }),
  ];
}

/** Somebody who speaks for two organisations is one person. */
const people = (partners: readonly Partner[]): number =>
  new Set(partners.map(({ person }) => person.id)).size;

const readersOf = (partners: readonly Partner[], lang: Lang): number =>
  people(partners.filter(({ person }) => person.lang === lang));

/** As a person invited will read it, between quotes: the invitation, then the questions. */
function specimen(talk: Talk, { content, opening }: Preview): Block[] {
  const { say } = talk;
  const asked = content.prompts.map(({ text, hint }, index): Block => {
    const prompt = say.promptAt(index + 1, content.prompts.length, local(talk, text));
    return { type: 'quote', content: [{ text: hint ? `${prompt}\n${local(talk, hint)}` : prompt }] };
  });
  return [
    ...invitationTo(talk, content, opening).blocks.flatMap(quoted),
    line(say.opening.thenAsked),
    ...asked,
  ];
}

/** What the facilitator would get, were they invited. */
export const invitationTo = (
  talk: Talk,
  content: Preview['content'],
  { closesAt }: Pick<Preview['opening'], 'closesAt'>,
) =>
  invitation(
    talk.consultation.content,
    content,
    { closesAt },
    {
      person: talk.actor.person,
      attribution: talk.consultation.content.rules.attribution.default,
    },
  );

const quoted = (block: Block): Block[] =>
  block.type === 'list'
    ? block.items.map((item) => ({ type: 'quote', content: [{ text: '– ' }, ...item] }))
    : [{ type: 'quote', content: block.content }];

export async function onSend(talk: Talk, subject: Subject): Promise<Reply> {
  const found = await subjectOf(talk, subject);
  if (isRefusal(found)) return { ...refusal(talk, found), focus: await standing(talk) };
  const opened = await openRound(talk, found.what, subject.closesAt);
  if (isRefusal(opened)) return { ...refusal(talk, opened), focus: await standing(talk) };
  // The content's own round, unchanged after all: nothing was written for it.
  if (found.row && !('draft' in found.what)) await talk.tx.drafts.drop(found.row.id);
  await sendInvitations(talk, opened.round, opened.content, opened.invitations);
  return { ...answer(talk.say.team.opened(opened.invitations.length)), focus: await standing(talk) };
}

/** Names, for those who run the round: by type of actor, who can't be reached, who said stop. */
export async function onRecipients(talk: Talk, subject: Subject): Promise<Reply> {
  const act = {
    verb: 'round.recipients',
    subjectType: 'consultation',
    subjectId: talk.consultation.id,
  } as const;
  const listed = await perform(talk, act, async (): Promise<Preview | Refusal> => {
    const found = await subjectOf(talk, subject);
    return isRefusal(found) ? found : previewRound(talk, found.what, subject.closesAt);
  });
  if (isRefusal(listed)) return refusal(talk, listed);
  const { opening: say } = talk.say;
  const everybody = [...listed.invited, ...listed.stopped];
  const named = new Set(everybody.slice(0, MOST_NAMED));
  const name = (partner: Partner): string => {
    const who = `${mention(partner.person)}, ${display(partner.organisation)}`;
    const mark = partner.person.stoppedAt !== null ? say.stoppedMark : null;
    const missing = partner.person.addresses.length === 0 ? say.unreachableMark : null;
    const why = mark ?? missing ?? (listed.untold.includes(partner) ? talk.say.letters.untoldMark : null);
    return why === null ? who : `${who} (${why})`;
  };
  const lines = talk.consultation.content.colleges.flatMap(({ key, label }) => {
    const here = everybody.filter((one) => one.college === key);
    if (here.length === 0) return [];
    const shown = here
      .filter((one) => named.has(one))
      .map(name)
      .join(' ; ');
    return [[say.recipientsOf(`${local(talk, label)} (${here.length})`, shown)]];
  });
  const more = everybody.length - named.size;
  return {
    ...answer(
      say.recipients(everybody.length),
      list(...lines),
      ...(more > 0 ? [talk.say.team.more(more)] : []),
      say.recipientsHow,
      talk.say.team.sendNow,
    ),
    ...sending(talk, { subject }),
  };
}
