/** Which round: one of the content's, a new one, or the draft that was put aside. */
import { draftNamed, dropDraft, ownDraft, startDraft } from '../../../app/round/draft-round.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { localOf, NEW_DRAFT, type RoundDraft, wordsOf } from '../../../core/round/draft.ts';
import { stepAt } from '../../../core/round/draft-steps.ts';
import type { FocusOf } from '../../focus.ts';
import { formName } from '../../forms/shape.ts';
import { standing } from '../../partner/place.ts';
import { answer, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { agrees, bare, option, said } from '../../understand.ts';
import { aside } from './command.ts';
import { onReview } from './review.ts';
import { asked, toReview, unanswered } from './steps.ts';

export async function onStart(talk: Talk): Promise<Reply> {
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

export async function onDraftFound(talk: Talk, focus: FocusOf<'open-draft'>): Promise<Reply | null> {
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

export async function onResume(talk: Talk): Promise<Reply> {
  const row = await ownDraft(talk);
  if (!row) return answer(talk.say.opening.noDraft);
  const step = unanswered(talk, row.draft);
  return step ? asked(talk, row, step, false) : toReview(talk, row);
}

export async function onDrop(talk: Talk): Promise<Reply> {
  const row = await ownDraft(talk);
  if (!row) return answer(talk.say.opening.noDraft);
  const dropped = await dropDraft(talk, row);
  return isRefusal(dropped)
    ? refusal(talk, dropped)
    : { ...answer(talk.say.opening.dropped), focus: await standing(talk) };
}

/** The rounds the content has ready, and a new one. */
export async function onChoose(talk: Talk): Promise<Reply> {
  const opened = await talk.tx.rounds.of(talk.consultation.id);
  const ready = talk.consultation.content.rounds.filter(
    ({ key, form, prompts }) =>
      (form === 'written' || form === 'validation') &&
      prompts.length > 0 &&
      !opened.some((round) => round.key === key && round.state !== 'cancelled'),
  );
  const { opening: say } = talk.say;
  if (ready.length === 0) return onNew(talk);
  return {
    ...answer(say.which),
    choices: [
      ...ready.map(({ title }, index) => ({ value: String(index + 1), label: local(talk, title) })),
      {
        value: String(ready.length + 1),
        label: say.brandNew,
        form: formName('open', talk.consultation),
      },
    ],
    focus: { waits: 'open-which', keys: ready.map(({ key }) => key) },
  };
}

const NEW = /^(?:(?:un |a )?(?:nouveau|nouvelle|new|autre|other)(?: tour| round)?)$/u;

export async function onWhich(talk: Talk, { keys }: FocusOf<'open-which'>): Promise<Reply | null> {
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
