/** "ouvrir": a round is chosen or written, question by question, looked at, tried, and sent. */

import type { DraftRow } from '../../../app/ports/rounds.ts';
import { draftNamed, dropDraft, ownDraft, startDraft } from '../../../app/round/draft-round.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { draftFrom, lacks, localOf, NEW_DRAFT, type RoundDraft, wordsOf } from '../../../core/round/draft.ts';
import {
  FIELDS,
  type Field,
  firstStep,
  nextStep,
  type Step,
  stepAt,
  stepBefore,
} from '../../../core/round/draft-steps.ts';
import type { FocusOf } from '../../focus.ts';
import { ownCommand } from '../../own-command.ts';
import { standing } from '../../partner/place.ts';
import { answer, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { agrees, bare, option, said } from '../../understand.ts';
import { inTeam } from '../dialogue.ts';
import { ask, readersIn } from './ask.ts';
import { aside, openingCommand } from './command.ts';
import { onRehearsal, onRehearse } from './rehearsal.ts';
import { onRecipients, onReview, onSend, review } from './review.ts';
import { ofDraft, type Subject } from './subject.ts';
import { suggested } from './suggestions.ts';
import { isComplaint, take, typedIn } from './take.ts';

/** null when the message is nothing of this dialogue's. */
export async function onOpening(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = openingCommand(talk.text);
  if (command?.does === 'start') return onStart(talk);
  if (command?.does === 'resume') return onResume(talk);
  if (command?.does === 'drop') return onDrop(talk);
  const { focus } = talk;
  if (command?.does === 'send') return onSendButton(talk, command.what);
  const mine = ownCommand(talk.text);
  const personal = mine?.does === 'data' || mine?.does === 'erase' || mine?.does === 'help';
  if (personal) return null;
  switch (focus.waits) {
    case 'open-which':
      return onWhich(talk, focus);
    case 'open-draft':
      return onDraftFound(talk, focus);
    case 'draft':
      return onAnswer(talk, focus);
    case 'open-round':
      return onReviewed(talk, focus);
    case 'rehearsal':
      return onRehearsal(talk, focus);
    default:
      // "reprendre", of somebody who has nothing else to take up.
      return said(talk.text) === 'resume' && talk.actor.partners.length === 0 && (await ownDraft(talk))
        ? onResume(talk)
        : null;
  }
}

async function onStart(talk: Talk): Promise<Reply> {
  const row = await ownDraft(talk);
  if (!row) return onChoose(talk);
  const { opening: say } = talk.say;
  return {
    ...answer(say.resumeAsk(await titleOf(talk, row.draft))),
    choices: [
      { value: talk.say.team.yes, label: say.resumeChoices.yes },
      { value: talk.say.team.no, label: say.resumeChoices.no },
    ],
    focus: { waits: 'open-draft', draft: row.id },
  };
}

async function titleOf(talk: Talk, draft: RoundDraft): Promise<string | null> {
  const texts = await talk.tx.words.texts(wordsOf(draft));
  return draft.title && local(talk, localOf(draft.title, texts));
}

async function onDraftFound(talk: Talk, focus: FocusOf<'open-draft'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  const word = said(talk.text);
  if (wanted === true || word === 'resume') return onResume(talk);
  if (aside(talk.text)?.does === 'leave')
    return { ...answer(talk.say.opening.left), focus: await standing(talk) };
  const afresh = bare(talk.text) === bare(talk.say.opening.resumeChoices.no);
  if (wanted !== false && !afresh) return null;
  const row = await draftNamed(talk, focus.draft);
  const dropped = row ? await dropDraft(talk, row) : true;
  return isRefusal(dropped) ? refusal(talk, dropped) : onChoose(talk);
}

async function onResume(talk: Talk): Promise<Reply> {
  const row = await ownDraft(talk);
  if (!row) return answer(talk.say.opening.noDraft);
  const step = unanswered(talk, row.draft);
  return step ? asked(talk, row, step, false) : toReview(talk, row);
}

async function onDrop(talk: Talk): Promise<Reply> {
  const row = await ownDraft(talk);
  if (!row) return answer(talk.say.opening.noDraft);
  const dropped = await dropDraft(talk, row);
  return isRefusal(dropped)
    ? refusal(talk, dropped)
    : { ...answer(talk.say.opening.dropped), focus: await standing(talk) };
}

/** The rounds the content has ready, and a new one. */
async function onChoose(talk: Talk): Promise<Reply> {
  const opened = await talk.tx.rounds.of(talk.consultation.id);
  const ready = talk.consultation.content.rounds.filter(
    ({ key, form, prompts }) =>
      form === 'written' &&
      prompts.length > 0 &&
      !opened.some((round) => round.key === key && round.state !== 'cancelled'),
  );
  const { opening: say } = talk.say;
  if (ready.length === 0) return onNew(talk);
  return {
    ...answer(say.which),
    choices: [
      ...ready.map(({ title }, index) => ({ value: String(index + 1), label: local(talk, title) })),
      { value: String(ready.length + 1), label: say.brandNew },
    ],
    focus: { waits: 'open-which', keys: ready.map(({ key }) => key) },
  };
}

const NEW = /^(?:(?:un |a )?(?:nouveau|nouvelle|new|autre|other)(?: tour| round)?)$/u;

async function onWhich(talk: Talk, { keys }: FocusOf<'open-which'>): Promise<Reply | null> {
  const does = aside(talk.text)?.does;
  if (does === 'leave' || does === 'drop' || does === 'back')
    return { ...answer(talk.say.team.notSent), focus: await standing(talk) };
  const place = option(talk.text, keys.length + 1);
  if (NEW.test(bare(talk.text)) || place === keys.length) return onNew(talk);
  const named = talk.consultation.content.rounds.find(
    ({ key, title }) =>
      keys.includes(key) && [key, ...Object.values(title)].some((one) => bare(one) === bare(talk.text)),
  );
  const key = named?.key ?? keys[place ?? (agrees(talk.text) === true ? 0 : -1)];
  return key === undefined ? null : onReview(talk, { key, draft: null, closesAt: null });
}

async function onNew(talk: Talk): Promise<Reply> {
  const row = await startDraft(talk, NEW_DRAFT);
  return isRefusal(row) ? refusal(talk, row) : asked(talk, row, stepAt('title'), false);
}

async function asked(
  talk: Talk,
  row: DraftRow,
  step: Step,
  only: boolean,
  ...lead: readonly string[]
): Promise<Reply> {
  return ask(talk, row, step, { only, lead, readers: await readersIn(talk) });
}

/** An answer to the question about one field. */
async function onAnswer(talk: Talk, focus: FocusOf<'draft'>): Promise<Reply | null> {
  const row = await draftNamed(talk, focus.draft);
  if (!row) return { ...answer(talk.say.opening.noDraft), focus: await standing(talk) };
  const { field, axis, lang, only } = focus;
  const step: Step = { field, axis, lang };
  const does = aside(talk.text)?.does;
  if (does === 'leave') return { ...answer(talk.say.opening.left), focus: await standing(talk) };
  if (does === 'drop') return onDrop(talk);
  const two = field === 'axes' || field === 'reminders' || field === 'minutes' ? null : option(talk.text, 2);
  const numbered = /^\d$/u.test(talk.text.trim()) ? two : null;
  if (does === 'back' || (lang === null && numbered === 1)) return back(talk, row, step, only);
  const word = said(talk.text);
  if (lang !== null && (word === 'pass' || numbered === 0)) return advance(talk, row, step, only, [lang]);
  if (lang !== null && /^(?:passe[rz]? tout|pass all|skip all)$/u.test(bare(talk.text)))
    return advance(talk, { ...row, draft: { ...row.draft, mute: [...row.draft.mute, lang] } }, step, only);
  if (lang === null && (word === 'yes' || word === 'pass' || numbered === 0)) {
    const kept = suggested(talk, row.draft, step);
    if (kept === null) return asked(talk, row, step, only);
    return advance(talk, { ...row, draft: kept }, step, only);
  }
  if (bare(talk.text) === '' || talk.event.type !== 'message') return asked(talk, row, step, only);
  const taken = await take(talk, row.draft, step);
  if (isComplaint(taken)) return answer(taken);
  return advance(talk, { ...row, draft: taken }, step, only);
}

/** Keeps what was said and asks what comes next; the preview when nothing is left. */
async function advance(
  talk: Talk,
  row: DraftRow,
  step: Step,
  only: boolean,
  skip: readonly string[] = [],
): Promise<Reply> {
  await talk.tx.drafts.save(row.id, row.draft, talk.now);
  const { content } = talk.consultation;
  const readers = await readersIn(talk);
  const read = content.languages.filter((lang) => lang !== typedIn(talk) && readers.has(lang));
  const next = nextStep(row.draft, step, { content, skip, read }, only);
  return next ? ask(talk, row, next, { only, readers }) : toReview(talk, row);
}

async function back(talk: Talk, row: DraftRow, step: Step, only: boolean): Promise<Reply> {
  if (only && step.lang === null) return toReview(talk, row);
  const before = stepBefore(row.draft, step, talk.consultation.content);
  return before ? asked(talk, row, before, only) : onChoose(talk);
}

/** The first question nobody has answered. */
function unanswered(talk: Talk, draft: RoundDraft): Step | null {
  const { content } = talk.consultation;
  const field = FIELDS.find((one) => {
    if (one === 'axes') return content.axes.length > 0 && draft.axes === null;
    if (one === 'prompts' || one === 'reminders') return false;
    return (one === 'until' ? draft.closesAt : draft[one]) === null && draft.base === null;
  });
  const bareAxis = [...(draft.axes?.length ? draft.axes : [null])].find(
    (axis) => !draft.prompts.some((prompt) => prompt.axis === axis),
  );
  const before = field !== undefined && FIELDS.indexOf(field) < FIELDS.indexOf('prompts');
  if (!before && bareAxis !== undefined) return stepAt('prompts', bareAxis);
  return field ? firstStep(field, draft, content) : null;
}

async function toReview(talk: Talk, row: DraftRow): Promise<Reply> {
  const lacking = lacks(row.draft) ? unanswered(talk, row.draft) : null;
  if (lacking) return asked(talk, row, lacking, true, talk.say.opening.lacking(lacking.field));
  const found = await ofDraft(talk, row);
  return isRefusal(found) ? refusal(talk, found) : review(talk, found);
}

/** "On envoie ?" */
async function onReviewed(talk: Talk, focus: FocusOf<'open-round'>): Promise<Reply> {
  const wanted = agrees(talk.text);
  const asideSaid = aside(talk.text);
  if (wanted === true || asideSaid?.does === 'send') return onSend(talk, focus);
  switch (asideSaid?.does) {
    case 'recipients':
      return onRecipients(talk, focus);
    case 'rehearse':
      return onRehearse(talk, focus);
    case 'preview':
      return onReview(talk, focus);
    case 'change':
      return onChange(talk, focus, asideSaid.field);
    case 'drop':
      return focus.draft ? onDrop(talk) : { ...answer(talk.say.team.notSent), focus: await standing(talk) };
    case 'back':
      return onBackFromReview(talk, focus);
    default: {
      if (wanted !== false && asideSaid === null) return answer(talk.say.opening.notOpenYet);
      const kept = focus.draft ? [talk.say.opening.left] : [];
      return { ...answer([talk.say.team.notSent, ...kept].join(' ')), focus: await standing(talk) };
    }
  }
}

async function onBackFromReview(talk: Talk, { draft }: Subject): Promise<Reply> {
  const row = draft ? await draftNamed(talk, draft) : null;
  return row && row.draft.base === null ? asked(talk, row, stepAt('minutes'), false) : onChoose(talk);
}

/** A round of the content is changed in a draft of its own. */
async function onChange(talk: Talk, subject: Subject, field: Field): Promise<Reply> {
  const row = subject.draft ? await draftNamed(talk, subject.draft) : await adjusting(talk, subject);
  if (!row) return { ...answer(talk.say.opening.noDraft), focus: await standing(talk) };
  if (isRefusal(row)) return refusal(talk, row);
  return asked(talk, row, firstStep(field, row.draft, talk.consultation.content), true);
}

async function adjusting(talk: Talk, { key, closesAt }: Subject) {
  const round = talk.consultation.content.rounds.find((one) => one.key === key);
  return round ? startDraft(talk, { ...draftFrom(round), closesAt }) : null;
}

/** Pressed once more, or on an earlier preview: what is looked at now is not sent by it. */
async function onSendButton(talk: Talk, what: string): Promise<Reply | null> {
  const { focus } = talk;
  if (focus.waits === 'open-round') {
    if ([focus.draft ?? focus.key, focus.key].includes(what)) return onSend(talk, focus);
    return answer(talk.say.opening.otherPreview);
  }
  const row = await talk.tx.drafts.byId(what as DraftRow['id']);
  const key = row ? row.key : what;
  const known = key !== null && talk.consultation.content.rounds.some((round) => round.key === key);
  return known ? onReview(talk, { key, draft: null, closesAt: null }) : null;
}
