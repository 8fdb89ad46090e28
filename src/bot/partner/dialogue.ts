/** A partner wrote: what it means depends on what the bot was waiting for. */

import { ref, type WordsId } from '../../core/ids.ts';
import { nextPrompt, takesPart } from '../../core/participation/progress.ts';
import { onSplitAnswer } from '../facilitator/split.ts';
import { type Focus, type FocusOf, focusFrom, NOTHING } from '../focus.ts';
import { ownCommand } from '../own-command.ts';
import { answer, greeted, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { aboutOne, agrees, greets, linkAlone, said, wordless } from '../understand.ts';
import { afterwards } from './afterwards.ts';
import { onAmend } from './amend-answer.ts';
import { onAnotherOrganisation } from './another-organisation.ts';
import { onAnswer, onEarlier, read, takeIdeas } from './answer.ts';
import { onAxis } from './axis-doubt.ts';
import { onBareVerb } from './bare-verb.ts';
import { onBehalfAnswer } from './behalf.ts';
import { onBeside } from './beside.ts';
import { onConfirmation, onRewrite, onWhich } from './confirm.ts';
import { askConsent, onConsent, onReferral } from './consent.ts';
import { onContest } from './contest.ts';
import { onLeaving, onSuccessor } from './leaving.ts';
import { onMerge } from './merge.ts';
import { onNear } from './near-answer.ts';
import { onNoIdea } from './no-idea.ts';
import { justFinished, onAfterthought, oneMore } from './once-finished.ts';
import { meantOne } from './one-of.ts';
import { onOwnCommand } from './own.ts';
import { onParts } from './parts.ts';
import { onPassOn } from './pass-on.ts';
import { onDataAnswer, onEraseAnswer, settlesErasure } from './personal.ts';
import { at, goOn, isOpen, latestPlace, type Place, placeOf, until } from './place.ts';
import { answerBefore, contentAnswer } from './questions.ts';
import { onQuoting, onQuotingSaid, quotingSaid } from './quoting.ts';
import { onRating } from './rating.ts';
import { onElsewhere, refersElsewhere } from './referral.ts';
import { onReview, onReviewFix } from './review.ts';
import { onSecond, onSecondThought } from './second-thought.ts';
import { onSharing } from './sharing.ts';
import { onShare, onVoice } from './speak-for.ts';
import { onStanding } from './standing.ts';
import { onSuggestion } from './suggestion.ts';
import { onSupport } from './support.ts';
import { onTableAnswer } from './table.ts';
import { leavesQuestion, onUndo, undoes } from './undo.ts';
import { onView, onViews } from './views.ts';

export async function onPartnerMessage(talk: Talk): Promise<Reply> {
  return afterwards(talk, await heard(talk));
}

async function heard(talk: Talk): Promise<Reply> {
  // Whatever is asked can be left; what was done last can be undone.
  if (undoes(talk.text)) {
    if (!leavesQuestion(talk)) return onUndo(talk);
    if (talk.focus.waits !== 'dispute') return onFocus({ ...talk, text: talk.say.team.no }, talk.focus);
    return heard({ ...talk, text: talk.say.team.no });
  }
  if (talk.focus.waits === 'one-of') {
    const meant = await meantOne(talk, talk.focus);
    return 'blocks' in meant ? meant : { focus: meant.focus, ...(await heard(meant)) };
  }
  const contested = (await onContest(talk)) ?? (await onRating(talk)) ?? (await onLeaving(talk));
  if (contested) return contested;
  const views = await onViews(talk);
  if (views) return views;
  const command = ownCommand(talk.text);
  // "Laquelle ?" – "P-0042": named to be corrected, not to be shown.
  const named =
    (command?.does === 'show' && ['which', 'near', 'support'].includes(talk.focus.waits)) ||
    (command?.does === 'join' && command.mine === null && talk.focus.waits === 'near');
  const picked = talk.focus.waits === 'review' && talk.focus.asks !== null && command?.does === 'show';
  if (command && !named && !picked && settlesErasure(talk) === null) {
    const reply = await onOwnCommand(talk, command);
    if (reply) return reply;
  }
  const verb = await onBareVerb(talk);
  if (verb) return verb;
  const quoting = talk.event.type === 'message' ? quotingSaid(talk.text) : null;
  if (quoting && talk.focus.waits !== 'quoting') return onQuotingSaid(talk, quoting);
  if (talk.event.type === 'message' && talk.focus.waits !== 'referral' && refersElsewhere(talk.text))
    return onElsewhere(talk);
  const passedOn = await onPassOn(talk);
  if (passedOn) return passedOn;
  const another = await onAnotherOrganisation(talk);
  if (another) return another;
  return onFocus(talk, talk.focus);
}

async function onFocus(talk: Talk, focus: Focus): Promise<Reply> {
  switch (focus.waits) {
    case 'one-of':
      return heard({ ...talk, focus });
    case 'merge': {
      const reply = await onMerge(talk, focus);
      if (reply) return reply;
      return onFocus(talk, focusFrom(focus.back));
    }
    case 'suggestion':
      return (await onSuggestion(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'split':
      return (await onSplitAnswer(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'table':
      return (await onTableAnswer(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'data':
      return (await onDataAnswer(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'erase':
      return (await onEraseAnswer(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'successor':
      return onSuccessor(talk, focus);
    case 'voice':
      return (await onVoice(talk, focus)) ?? unprompted(talk);
    case 'standing':
      return (await onStanding(talk, focus)) ?? { focus: NOTHING, ...(await unprompted(talk)) };
    case 'share':
      return (await onShare(talk, focus)) ?? { focus: NOTHING, ...(await unprompted(talk)) };
    case 'review':
      return (await onReview(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'review-fix':
      return onReviewFix(talk, focus);
    case 'support':
      return (await onSupport(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'quoting':
      return (await onQuoting(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'sharing':
      return (await onSharing(talk, focus)) ?? onFocus(talk, focusFrom(focus.back));
    case 'behalf':
    case 'near':
    case 'referral':
    case 'consent':
    case 'answer':
    case 'view':
    case 'confirmation':
    case 'axis':
    case 'which':
    case 'rewrite':
    case 'parts':
    case 'second':
    case 'amend':
    case 'add': {
      const place = await placeOf(talk, focus);
      return place && place.round.state !== 'cancelled' ? inPlace(talk, focus, place) : unprompted(talk);
    }
    default:
      return unprompted(talk);
  }
}

type InRound = Extract<Focus, { round: string; partner: string }>;

async function inPlace(talk: Talk, focus: InRound, place: Place): Promise<Reply> {
  switch (focus.waits) {
    case 'consent':
      return onConsent(talk, focus, place);
    case 'behalf':
      return (await onBehalfAnswer(talk, focus, place)) ?? onFocus(talk, focusFrom(focus.back));
    case 'referral':
      return onReferral(talk, place);
    case 'view':
      return onView(talk, place, focus);
    case 'answer':
      if (place.content.form === 'validation')
        return onView(talk, place, { prompt: focus.prompt, view: null, said: null });
      return (await onSecondThought(talk, place, focus.prompt)) ?? onAnswer(talk, focus, place);
    case 'confirmation':
      return onConfirmation(talk, focus, place);
    case 'axis':
      return onAxis(talk, focus, place);
    case 'near':
      return onNear(talk, focus, place);
    case 'which':
      return onWhich(talk, focus, place);
    case 'rewrite':
      return onRewrite(talk, focus, place);
    case 'parts':
      return onParts(talk, focus, place);
    case 'second':
      return onSecond(talk, focus, place);
    case 'amend':
      return onAmend(talk, focus, place);
    case 'add':
      return onAdd(talk, focus, place);
    default:
      return unprompted(talk);
  }
}

/** Where the person stands, when nothing they said is to be taken up. */
export async function whereWeAre(talk: Talk): Promise<Reply> {
  const place = await latestPlace(talk);
  if (!place) return answer(talk.say.nothingOpen);
  return takesPart(place.participation) ? goOn(talk, place) : askConsent(talk);
}

/** One word or two that no question called for: an idea, or nothing of the kind. */
const isBrief = (text: string): boolean => text.trim().split(/\s+/u).length <= 2;

/** Words that answer nothing the bot asked: never lost, and never a proposal without the person's word. */
async function unprompted(talk: Talk): Promise<Reply> {
  const place = await latestPlace(talk);
  const word = said(talk.text);
  if (!place) return beforeAnyRound(talk, word !== null || wordless(talk.text));
  if (!takesPart(place.participation))
    return onConsent(talk, { waits: 'consent', ...at(place, null), before: [] }, place);
  const over = isOpen(talk, place) && nextPrompt(place.content.prompts, place.participation) === null;
  if (
    over &&
    (word === 'yes' || /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\s)+$/u.test(talk.text))
  )
    return answer(talk.say.thanksForThat);
  if (word === 'yes' || word === 'pass')
    return isOpen(talk, place) ? goOn(talk, place) : answer(talk.say.nothingOpen);
  if (word !== null) return answer(talk.say.thanksForThat);
  if (talk.event.type !== 'message' || talk.wordsId === null || wordless(talk.text))
    return answer(isOpen(talk, place) ? talk.say.nothingLeft(until(talk, place)) : talk.say.thanksForThat);
  const known = contentAnswer(talk, place);
  if (known !== null) return answer(known);
  const earlier = await onEarlier(talk, place);
  if (earlier) return { focus: NOTHING, ...earlier };
  const beside = await onBeside(talk, place, null, (...lead) => answer(...lead));
  if (beside) return beside;
  if (linkAlone(talk.text)) {
    await leaveDoubt(talk, 'not-understood');
    return answer(talk.say.linkAlone);
  }
  const about = aboutOne(talk.text);
  if (about !== null) {
    await leaveDoubt(talk, 'not-understood');
    return answer(talk.say.aboutOne(ref(about)));
  }
  const finished = await justFinished(talk, place);
  const afterthought = finished ? await onAfterthought(talk, place) : null;
  if (afterthought) return afterthought;
  const reading = await read(talk, place, null, talk.text);
  if (reading.nature === 'question') {
    await leaveDoubt(talk, 'question');
    return answer(talk.say.questionKept);
  }
  const noIdea = await onNoIdea(talk, reading);
  if (noIdea !== null) return answer(noIdea);
  if (reading.ideas.length === 0) return answer(talk.say.thanksForThat);
  if (finished && !isBrief(talk.text)) return { focus: NOTHING, ...(await oneMore(talk, place, reading)) };
  const { message, at: time } = talk.event;
  // The team has it from now on: whatever comes next may leave the question unanswered.
  const doubt = await leaveDoubt(talk, 'not-understood');
  return {
    ...answer(talk.say.addIt),
    choices: [
      { value: '1', label: talk.say.addChoices.yes },
      { value: '2', label: talk.say.addChoices.no },
    ],
    focus: {
      waits: 'add',
      ...at(place, null),
      words: talk.wordsId,
      message,
      at: time,
      inbound: talk.inboundId,
      doubt,
    },
  };
}

/** Words before somebody was invited to anything: the team has them, unless they say nothing of their own. */
async function beforeAnyRound(talk: Talk, ofCourse: boolean): Promise<Reply> {
  if (ofCourse || talk.event.type !== 'message') return answer(talk.say.nothingOpen);
  if (greets(talk.text))
    return answer(talk.say.smallTalk.hello(greeted(talk.actor.person), talk.say.nothingOpen));
  const known = answerBefore(talk);
  if (known !== null) return answer(known);
  const asks = talk.text.trimEnd().endsWith('?');
  await leaveDoubt(talk, asks ? 'question' : 'not-understood');
  return answer(asks ? talk.say.questionKept : talk.say.keptForTeam);
}

async function onAdd(talk: Talk, focus: FocusOf<'add'>, place: Place): Promise<Reply> {
  const wanted = agrees(talk.text);
  if (wanted === null) return { focus: NOTHING, ...(await unprompted(talk)) };
  if (!wanted) return { ...answer(talk.say.notAdded), focus: NOTHING };
  // Its button, pressed again.
  if (await talk.tx.answers.byMessage(talk.conversation.id, focus.message)) return goOn(talk, place);
  const words = focus.words as WordsId;
  const text = (await talk.tx.words.texts([words])).get(words);
  if (typeof text !== 'string') return { ...answer(talk.say.notAdded), focus: NOTHING };
  if (focus.doubt !== undefined) await talk.tx.doubts.settle(focus.doubt, talk.now);
  const reading = await read(talk, place, null, text);
  const source = { words, messageRef: focus.message, textAt: focus.at };
  const reply = await takeIdeas(talk, place, null, [{ ideas: reading.ideas, source }]);
  return { focus: NOTHING, ...reply };
}
