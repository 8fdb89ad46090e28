/** What each question proposes, so that one word settles it: taken from what the consultation has already. */
import type { RoundContent } from '../../../core/consultation/model.ts';
import { isRefusal } from '../../../core/refusal.ts';
import {
  type DraftPrompt,
  ownBackground,
  ownPrompt,
  ownText,
  phaseAt,
  promptsOf,
  type RoundDraft,
  typedOn,
} from '../../../core/round/draft.ts';
import type { Step } from '../../../core/round/draft-steps.ts';
import { decideOpening } from '../../../core/round/open.ts';
import type { Instant } from '../../../core/time.ts';
import { endOf, today } from '../../day.ts';
import type { Talk } from '../../talk.ts';

const DAY = 86_400_000;
const WEEKS = 4;

type Given = Pick<Talk, 'consultation' | 'now'>;

/** The content's round nearest in time: a written one rather than another. */
function nearestRound({ consultation, now }: Given): RoundContent | null {
  const far = ({ opensAt }: RoundContent) => Math.abs(opensAt - now);
  const { rounds } = consultation.content;
  const inOrder = rounds.toSorted((a, b) => far(a) - far(b));
  return inOrder.find(({ form }) => form === 'written') ?? inOrder[0] ?? null;
}

function promptsFor({ consultation }: Given, axis: string | null): DraftPrompt[] {
  const rounds = consultation.content.rounds.toSorted(
    (a, b) => Number(b.form === 'written') - Number(a.form === 'written'),
  );
  const found = rounds.map(({ prompts }) => prompts.filter((one) => one.axis === axis));
  return (found.find((prompts) => prompts.length > 0) ?? []).map(ownPrompt);
}

/** In days. A round of the content without another date keeps its own, moved when it has passed. */
export function lengthOf({ consultation, now }: Given, { closesAt, base }: RoundDraft): number {
  const round = consultation.content.rounds.find(({ key }) => key === base);
  const own = round ? decideOpening(round, null, now, consultation.content.zone, closesAt) : null;
  if (own && !isRefusal(own)) return own.days;
  return Math.floor(((closesAt ?? now + WEEKS * 7 * DAY) - now) / DAY);
}

export const inFourWeeks = ({ consultation, now }: Given): Instant => {
  const { zone } = consultation.content;
  return endOf(today(now + WEEKS * 7 * DAY, zone), zone);
};

/** The draft with what is proposed at that step in it; null when there is nothing to propose. What was said stays. */
export function suggested(given: Given, draft: RoundDraft, step: Step): RoundDraft | null {
  const { content } = given.consultation;
  const near = nearestRound(given);
  switch (step.field) {
    case 'title': {
      if (draft.title) return draft;
      const phase = content.phases.find(({ key }) => key === phaseAt(content, given.now));
      return phase ? { ...draft, title: ownText(phase.label) } : null;
    }
    case 'axes':
      return draft.axes ? draft : { ...draft, axes: content.axes.map(({ key }) => key) };
    case 'open':
    case 'decided':
      if (draft[step.field]) return draft;
      return near ? { ...draft, [step.field]: ownText(near[step.field]) } : null;
    case 'background':
      if (draft.background) return draft;
      return near && near.background.length > 0
        ? { ...draft, background: near.background.map(ownBackground) }
        : null;
    case 'prompts': {
      if (typedOn(draft, step.axis).length > 0) return draft;
      const found = promptsFor(given, step.axis);
      return found.length > 0 ? { ...draft, prompts: [...draft.prompts, ...found] } : null;
    }
    case 'audience':
      return draft.audience ? draft : { ...draft, audience: content.colleges.map(({ key }) => key) };
    case 'until':
      return draft.closesAt ? draft : { ...draft, closesAt: inFourWeeks(given) };
    case 'reminders':
      return draft;
    case 'minutes':
      return draft.minutes ? draft : { ...draft, minutes: Math.max(3, promptsOf(draft).length * 2) };
  }
}
