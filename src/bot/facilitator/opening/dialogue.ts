/** "ouvrir": a round is chosen or written, question by question, looked at, tried, and sent. */
import type { DraftRow } from '../../../app/ports/rounds.ts';
import { draftNamed, ownDraft, startDraft } from '../../../app/round/draft-round.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { draftFrom } from '../../../core/round/draft.ts';
import { type Field, firstStep, stepAt } from '../../../core/round/draft-steps.ts';
import type { FocusOf } from '../../focus.ts';
import { ownCommand } from '../../own-command.ts';
import { standing } from '../../partner/place.ts';
import { answer, type Reply, refusal, type Talk } from '../../talk.ts';
import { agrees, said } from '../../understand.ts';
import { inTeam } from '../dialogue.ts';
import { onChoose, onDraftFound, onDrop, onResume, onStart, onWhich } from './choose.ts';
import { aside, asideOfReview, openingCommand } from './command.ts';
import { type PromptCommand, promptCommand } from './prompt-command.ts';
import { onPromptChange } from './prompts.ts';
import { onAnswer } from './questions.ts';
import { onRehearsal, onRehearse } from './rehearsal.ts';
import { onRecipients, onReview, onSend } from './review.ts';
import { asked } from './steps.ts';
import type { Subject } from './subject.ts';

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

/** "On envoie ?" */
async function onReviewed(talk: Talk, focus: FocusOf<'open-round'>): Promise<Reply> {
  const prompt = promptCommand(talk.text);
  if (prompt) return onPrompt(talk, focus, prompt);
  const wanted = agrees(talk.text);
  const asideSaid = aside(talk.text) ?? asideOfReview(talk.text);
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
  const row = await draftOf(talk, subject);
  if (!row) return { ...answer(talk.say.opening.noDraft), focus: await standing(talk) };
  if (isRefusal(row)) return refusal(talk, row);
  return asked(talk, row, firstStep(field, row.draft, talk.consultation.content), true);
}

async function onPrompt(talk: Talk, subject: Subject, command: PromptCommand): Promise<Reply> {
  const row = await draftOf(talk, subject);
  if (!row) return { ...answer(talk.say.opening.noDraft), focus: await standing(talk) };
  return isRefusal(row) ? refusal(talk, row) : onPromptChange(talk, row, command);
}

const draftOf = (talk: Talk, subject: Subject) =>
  subject.draft ? draftNamed(talk, subject.draft) : adjusting(talk, subject);

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
