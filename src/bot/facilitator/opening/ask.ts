/** One question at a time, with what is proposed and how to go on. */

import type { DraftRow } from '../../../app/ports/rounds.ts';
import type { Block } from '../../../chat/outbound.ts';
import type { Lang } from '../../../core/consultation/model.ts';
import { type DraftText, localOf, type RoundDraft, typedOn, wordsOf } from '../../../core/round/draft.ts';
import type { Step } from '../../../core/round/draft-steps.ts';
import { answer, local, type Reply, type Talk } from '../../talk.ts';
import { lengthOf, suggested } from './suggestions.ts';

/** People of the consultation by the language they read. */
export type Readers = ReadonlyMap<Lang, number>;

export async function readersIn(talk: Talk): Promise<Readers> {
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const people = new Map(partners.map(({ person }) => [person.id, person.lang]));
  return new Map([...Map.groupBy(people.values(), (lang) => lang)].map(([lang, all]) => [lang, all.length]));
}

/** Numbers answer these questions: no numbered choices beside them. */
const COUNTED: readonly Step['field'][] = ['axes', 'reminders', 'minutes'];

export async function ask(
  talk: Talk,
  { id, draft }: DraftRow,
  step: Step,
  { only, readers, lead = [] }: { only: boolean; readers: Readers; lead?: readonly string[] },
): Promise<Reply> {
  const { opening: say } = talk.say;
  const focus = { waits: 'draft' as const, draft: id, ...step, only };
  if (step.lang !== null) {
    const several = typedOn(draft, step.axis).length > 1;
    const question = say.inLang(step.lang, readers.get(step.lang) ?? 0, step.field === 'prompts' && several);
    const skip = step.field === 'prompts' ? [] : [{ value: passWord(talk), label: say.skip }];
    return { ...answer(...lead, question), focus, choices: skip };
  }
  const proposal = await proposed(talk, draft, step);
  const choices = [
    ...(proposal ? [{ value: talk.say.team.yes, label: say.keep }] : []),
    { value: say.back.toLowerCase(), label: say.back },
  ];
  return {
    ...answer(
      ...lead,
      questionOf(talk, step),
      ...(proposal ?? []),
      proposal ? (step.field === 'title' ? say.keepHow : say.keepShort) : say.noDefault,
    ),
    focus,
    choices: COUNTED.includes(step.field) ? [] : choices,
  };
}

const passWord = (talk: Talk): string => (talk.say.lang === 'fr' ? 'passe' : 'pass');

function questionOf(talk: Talk, { field, axis }: Step): string {
  const { ask: say } = talk.say.opening;
  const { axes, colleges, rules } = talk.consultation.content;
  switch (field) {
    case 'axes':
      return say.axes(axes.map((one) => talk.say.labelled(one.key, local(talk, one.short))).join(' · '));
    case 'prompts': {
      const found = axes.find((one) => one.key === axis);
      return say.prompts(found ? talk.say.axis(found.key, local(talk, found.short)) : null);
    }
    case 'audience':
      return say.audience(colleges.map(({ key }) => key).join(', '));
    case 'reminders':
      return say.reminders(rules.reminders.most);
    default:
      return say[field];
  }
}

/** What "oui" keeps, the texts of it between quotes; null when there is nothing. */
async function proposed(talk: Talk, draft: RoundDraft, step: Step): Promise<(string | Block)[] | null> {
  const filled = suggested(talk, draft, step);
  if (filled === null) return null;
  const { proposed: say } = talk.say.opening;
  const { zone, rules, colleges } = talk.consultation.content;
  switch (step.field) {
    case 'axes':
      return [say.axes(filled.axes!.length > 0 ? filled.axes!.join(', ') : say.noAxis)];
    case 'audience': {
      const all = filled.audience!.length === colleges.length && filled.organisations === null;
      return all ? [say.audience] : [say.axes(filled.audience!.join(', '))];
    }
    case 'until':
      return [say.until(talk.say.date(filled.closesAt!, zone))];
    case 'minutes':
      return [say.minutes(filled.minutes!)];
    case 'reminders': {
      const days = (draft.afterDays ?? rules.reminders.afterDays).filter(
        (one) => one < lengthOf(talk, draft),
      );
      return [days.length > 0 ? say.reminders(days) : say.noReminder];
    }
    default:
      return (await texts(talk, filled, step)).map((text) => ({
        type: 'quote',
        content: [{ text }],
      }));
  }
}

async function texts(talk: Talk, draft: RoundDraft, step: Step): Promise<string[]> {
  const found = await talk.tx.words.texts(wordsOf(draft));
  const show = (text: DraftText) => local(talk, localOf(text, found));
  switch (step.field) {
    case 'title':
    case 'open':
    case 'decided':
      return [show(draft[step.field]!)];
    case 'background':
      return draft.background!.map(({ label, url, text }) =>
        talk.say.labelled(show(label), [text ? show(text) : null, url].filter(Boolean).join(' ')),
      );
    case 'prompts':
      return typedOn(draft, step.axis).map(({ text }) => show(text));
    default:
      return [];
  }
}
